namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

/// <summary>Arguments that a function cannot work with.</summary>
internal sealed class IntrinsicException(string message) : Exception(message);
