namespace Patterns.Local.Functions.Runtime;

/// <summary>One invocation on its way through a function's pool.</summary>
/// <remarks>It gives back its <paramref name="place"/> before the caller learns the result, so that the caller may go on at once.</remarks>
internal sealed class FunctionInvocation(string requestId, ReadOnlyMemory<byte> payload, InvocationOptions options, string functionArn, IDisposable place)
{
    private readonly TaskCompletionSource<InvocationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = requestId;

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    public InvocationOptions Options { get; } = options;

    public string FunctionArn { get; } = functionArn;

    public string TraceId { get; } = TraceHeader.Checked(options.TraceId) ?? TraceHeader.New();

    /// <summary>When the function's time is over; known once an environment has taken the invocation.</summary>
    public DateTimeOffset Deadline { get; set; }

    public Task<InvocationResult> Result => _result.Task;

    public void Complete(RuntimeAnswer answer, byte[] logTail)
    {
        place.Dispose();
        var error = answer.IsError ? InvocationResult.Unhandled : null;
        var tail = Options.WantsLogTail ? logTail : default(ReadOnlyMemory<byte>);
        _result.TrySetResult(new InvocationResult(RequestId, answer.Payload, error, tail));
    }

    /// <summary>Ends an invocation that no environment will ever take.</summary>
    public void Abandon(Exception reason)
    {
        place.Dispose();
        _result.TrySetException(reason);
    }
}
