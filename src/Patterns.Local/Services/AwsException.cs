namespace Patterns.Local.Services;

/// <summary>An error that a client sees in the service's own form.</summary>
/// <param name="code">The error's shape name as the service models it, for example <c>QueueDoesNotExist</c>.</param>
/// <param name="message">The text that the client reads.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="queryCode">The code in the Query protocol where it differs from <paramref name="code"/>.</param>
internal class AwsException(string code, string message, int status = 400, string? queryCode = null)
    : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;

    public string QueryCode { get; } = queryCode ?? code;

    /// <summary>A member that some errors carry beside the message, for example why a request was throttled.</summary>
    public string? Reason { get; init; }

    public bool IsSenderFault => Status < 500;

    public static AwsException UnknownOperation(string service, string operation) =>
        new("UnknownOperationException", $"The operation {operation} of {service} is not emulated here; docs/conformance.md lists what is.");
}
