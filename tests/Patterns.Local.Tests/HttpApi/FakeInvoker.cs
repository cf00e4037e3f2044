using Patterns.Local.Functions;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.HttpApi;

/// <summary>Remembers events, and answers as the test says.</summary>
internal sealed class FakeInvoker : IFunctionInvoker
{
    public List<ReadOnlyMemory<byte>> Events { get; } = [];

    public InvocationOptions? Options { get; private set; }

    public Task<InvocationResult> Result { get; set; } = Task.FromResult(new InvocationResult("r", "{}"u8.ToArray()));

    public AwsException? Refusal { get; set; }

    public Task<InvocationResult> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellationToken)
    {
        Options = options;
        Events.Add(payload);
        return Refusal is null ? Result : throw Refusal;
    }
}
