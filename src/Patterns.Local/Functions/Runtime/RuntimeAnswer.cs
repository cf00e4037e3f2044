namespace Patterns.Local.Functions.Runtime;

/// <summary>How an environment ended an invocation, or its initialisation.</summary>
/// <param name="Kind">Who ended it.</param>
/// <param name="Payload">The reply, or the error as JSON.</param>
/// <param name="ErrorType">The error's type; null after a reply.</param>
internal sealed record RuntimeAnswer(RuntimeAnswerKind Kind, ReadOnlyMemory<byte> Payload, string? ErrorType = null)
{
    /// <summary>How the process ended, when it did.</summary>
    public string? ExitReason { get; private init; }

    public bool IsError => Kind != RuntimeAnswerKind.Response;

    /// <summary>Whether the environment itself failed, which the report line says.</summary>
    public string? ReportStatus => Kind switch
    {
        RuntimeAnswerKind.TimedOut => "timeout",
        RuntimeAnswerKind.Exited or RuntimeAnswerKind.InitError => "error",
        _ => null,
    };

    public static RuntimeAnswer Response(ReadOnlyMemory<byte> payload) => new(RuntimeAnswerKind.Response, payload);

    public static RuntimeAnswer Error(ReadOnlyMemory<byte> payload) =>
        new(RuntimeAnswerKind.Error, payload, ErrorPayload.ReadType(payload.Span) ?? "Unhandled");

    public static RuntimeAnswer InitError(ReadOnlyMemory<byte> payload) =>
        new(RuntimeAnswerKind.InitError, payload, ErrorPayload.ReadType(payload.Span) ?? "Runtime.InitError");

    public static RuntimeAnswer Exited(string requestId, string reason) =>
        Platform(RuntimeAnswerKind.Exited, "Runtime.ExitError", $"RequestId: {requestId} Error: {reason}") with { ExitReason = reason };

    public static RuntimeAnswer NotStarted(string requestId, string reason) =>
        Platform(RuntimeAnswerKind.Exited, "Runtime.InvalidEntrypoint", $"RequestId: {requestId} Error: {reason}");

    public static RuntimeAnswer TimedOut(string requestId, TimeSpan timeout) =>
        Platform(RuntimeAnswerKind.TimedOut, "Sandbox.Timedout", FormattableString.Invariant($"RequestId: {requestId} Error: Task timed out after {timeout.TotalSeconds:F2} seconds"));

    public static RuntimeAnswer TooLarge() => Platform(
        RuntimeAnswerKind.Error,
        "Function.ResponseSizeTooLarge",
        $"Response payload size exceeded maximum allowed payload size ({PayloadLimits.ResponseBytes} bytes).");

    /// <summary>The same answer for the request that was running when the process ended.</summary>
    public RuntimeAnswer ForRequest(string requestId) => ExitReason is null ? this : Exited(requestId, ExitReason);

    private static RuntimeAnswer Platform(RuntimeAnswerKind kind, string type, string message) =>
        new(kind, ErrorPayload.Write(type, message), type);
}
