using Patterns.Local.Functions;

namespace Patterns.Local.Services.Lambda.Async;

/// <summary>An event that waits for its function; it keeps its request id through all attempts.</summary>
internal sealed class AsyncEvent(RegisteredFunction function, ReadOnlyMemory<byte> payload, string requestId, DateTimeOffset acceptedAt)
{
    public RegisteredFunction Function { get; } = function;

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    public string RequestId { get; } = requestId;

    public DateTimeOffset AcceptedAt { get; } = acceptedAt;

    public string? ClientContext { get; init; }

    public string? TraceId { get; init; }

    public InvocationOrigin? Origin { get; init; }

    /// <summary>How often the function ran.</summary>
    public int Attempts { get; set; }

    /// <summary>What the last run came to; null while the function never ran.</summary>
    public InvocationResult? LastResult { get; set; }

    /// <summary>How often in a row there was no place to run it.</summary>
    public int Throttles { get; set; }
}
