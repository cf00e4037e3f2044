namespace Patterns.Local.Functions;

/// <summary>What an invocation came to.</summary>
/// <param name="RequestId">The id of the request, as in the function's log.</param>
/// <param name="Payload">What the function returned, or the error as JSON.</param>
/// <param name="FunctionError"><c>Unhandled</c> when the function failed; null when it returned.</param>
/// <param name="LogTail">The end of the invocation's log, when it was asked for.</param>
/// <param name="ExecutedVersion">Always <c>$LATEST</c>: the runner has one version of each function.</param>
internal sealed record InvocationResult(
    string RequestId,
    ReadOnlyMemory<byte> Payload,
    string? FunctionError = null,
    ReadOnlyMemory<byte> LogTail = default,
    string ExecutedVersion = InvocationResult.Latest)
{
    public const string Latest = "$LATEST";
    public const string Unhandled = "Unhandled";

    public bool Succeeded => FunctionError is null;
}
