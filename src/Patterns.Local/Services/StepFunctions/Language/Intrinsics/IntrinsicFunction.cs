using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

/// <summary>A function of the language.</summary>
/// <param name="Name">Such as <c>States.Format</c>.</param>
/// <param name="MinArguments">Fewer are an error of the definition.</param>
/// <param name="MaxArguments">More are an error of the definition.</param>
/// <param name="Invoke">Works it out; throws <see cref="IntrinsicException"/> for arguments of the wrong kind.</param>
/// <param name="ReturnsText">Whether <c>ErrorPath</c> and <c>CausePath</c> may call it.</param>
internal sealed record IntrinsicFunction(
    string Name, int MinArguments, int MaxArguments, Func<IntrinsicArguments, JsonData> Invoke, bool ReturnsText = false);
