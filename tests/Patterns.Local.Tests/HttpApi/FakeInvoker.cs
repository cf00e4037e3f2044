using System.Text;
using Patterns.Local.Functions;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.HttpApi;

/// <summary>Remembers events, and answers as the test says.</summary>
internal sealed class FakeInvoker : IFunctionInvoker
{
    private readonly Dictionary<string, Task<InvocationResult>> _others = [];

    /// <summary>The events of the function that routes lead to.</summary>
    public List<ReadOnlyMemory<byte>> Events { get; } = [];

    /// <summary>The events of functions that have an answer of their own.</summary>
    public List<ReadOnlyMemory<byte>> OtherEvents { get; } = [];

    public InvocationOptions? Options { get; private set; }

    public Task<InvocationResult> Result { get; set; } = Task.FromResult(new InvocationResult("r", "{}"u8.ToArray()));

    public AwsException? Refusal { get; set; }

    public void Reply(string payload) => Result = Returned(payload);

    public void ReplyOf(string functionName, string payload) => _others[functionName] = Returned(payload);

    public void FailureOf(string functionName, string message) => _others[functionName] =
        Task.FromResult(new InvocationResult("r", Encoding.UTF8.GetBytes($$"""{"errorType":"Exception","errorMessage":"{{message}}"}"""), InvocationResult.Unhandled));

    public void NoReplyOf(string functionName) => _others[functionName] = new TaskCompletionSource<InvocationResult>().Task;

    public Task<InvocationResult> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellationToken)
    {
        if (_others.TryGetValue(functionName, out var other))
        {
            OtherEvents.Add(payload);
            return other;
        }

        Options = options;
        Events.Add(payload);
        return Refusal is null ? Result : throw Refusal;
    }

    private static Task<InvocationResult> Returned(string payload) => Task.FromResult(new InvocationResult("r", Encoding.UTF8.GetBytes(payload)));
}
