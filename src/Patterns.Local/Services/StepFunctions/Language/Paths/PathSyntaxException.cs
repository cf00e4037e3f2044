namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary>A text that is no path, or none that the service takes.</summary>
internal sealed class PathSyntaxException(string message) : Exception(message);
