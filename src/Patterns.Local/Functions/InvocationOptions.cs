namespace Patterns.Local.Functions;

/// <summary>What goes along with an event.</summary>
internal sealed record InvocationOptions
{
    public static InvocationOptions None { get; } = new();

    /// <summary>Set by callers that retry under one id; null for a new one.</summary>
    public string? RequestId { get; init; }

    /// <summary>Asks for the last 4 KB of the invocation's log.</summary>
    public bool WantsLogTail { get; init; }

    /// <summary>The client context as JSON.</summary>
    public string? ClientContext { get; init; }

    /// <summary>The tracing header of the caller; null for a new trace.</summary>
    public string? TraceId { get; init; }

    /// <summary>The qualifier that the caller used, which the invoked ARN repeats.</summary>
    public string? Qualifier { get; init; }

    /// <summary>What caused the invocation; null for a direct call.</summary>
    public InvocationOrigin? Origin { get; init; }
}
