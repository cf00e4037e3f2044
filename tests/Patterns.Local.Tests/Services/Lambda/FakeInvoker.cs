using System.Text;
using System.Threading.Channels;
using Patterns.Local.Functions;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.Services.Lambda;

/// <summary>A function that a test answers call by call.</summary>
internal sealed class FakeInvoker : IFunctionInvoker
{
    private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();

    /// <summary>The next call; waits until there is one.</summary>
    public async Task<Call> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _calls.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Whether a call is waiting for its answer.</summary>
    public bool HasCall => _calls.Reader.TryPeek(out _);

    public Task<InvocationResult> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellationToken)
    {
        var call = new Call(functionName, Encoding.UTF8.GetString(payload.Span), options);
        _calls.Writer.TryWrite(call);
        return call.Result.WaitAsync(cancellationToken);
    }

    internal sealed class Call(string function, string payload, InvocationOptions options)
    {
        private readonly TaskCompletionSource<InvocationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Function { get; } = function;

        public string Payload { get; } = payload;

        public InvocationOptions Options { get; } = options;

        public Task<InvocationResult> Result => _result.Task;

        public void Return(string payload = "null") => _result.SetResult(new InvocationResult(Id, Encoding.UTF8.GetBytes(payload)));

        public void Fail(string message = "boom") => _result.SetResult(new InvocationResult(
            Id, Encoding.UTF8.GetBytes($$"""{"errorType":"InvalidOperationException","errorMessage":"{{message}}"}"""), InvocationResult.Unhandled));

        public void Throttle() => _result.SetException(new AwsException("TooManyRequestsException", "Rate Exceeded.", 429));

        private string Id => Options.RequestId ?? "request";
    }
}
