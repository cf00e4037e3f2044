using System.Collections.Concurrent;
using System.Text.Json;
using Patterns.Local.Functions;

namespace Patterns.Local.Tests.WebSockets;

/// <summary>Stands for all functions: remembers events by function, and answers as the test says.</summary>
internal sealed class SocketInvoker : IFunctionInvoker
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<JsonElement>> _events = new();

    public ConcurrentDictionary<string, Func<JsonElement, Task<InvocationResult>>> Answers { get; } = new();

    public IReadOnlyCollection<JsonElement> EventsOf(string function) => _events.GetOrAdd(function, _ => new());

    /// <summary>What went along with the last call of a function.</summary>
    public ConcurrentDictionary<string, InvocationOptions> Options { get; } = new();

    public void Answer(string function, string payload, string? error = null) =>
        Answers[function] = _ => Task.FromResult(new InvocationResult("r", System.Text.Encoding.UTF8.GetBytes(payload), error));

    public Task<InvocationResult> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellationToken)
    {
        Options[functionName] = options;
        var json = JsonElement.Parse(payload.Span);
        _events.GetOrAdd(functionName, _ => new()).Enqueue(json);
        return Answers.TryGetValue(functionName, out var answer)
            ? answer(json)
            : Task.FromResult(new InvocationResult("r", """{"statusCode":200}"""u8.ToArray()));
    }
}
