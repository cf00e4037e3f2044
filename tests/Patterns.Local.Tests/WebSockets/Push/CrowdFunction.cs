using System.Collections.Concurrent;
using System.Text.Json;
using Patterns.Local.Functions;
using Patterns.Testing;

namespace Patterns.Local.Tests.WebSockets.Push;

/// <summary>Stands for the function of all routes: hands its events to the handler in this process, but for every second <c>$disconnect</c>, which is best effort.</summary>
internal sealed class CrowdFunction : IFunctionInvoker
{
    private readonly ConcurrentDictionary<string, bool> _open = new();
    private int _disconnects;

    public CrowdHandler? Handler { get; set; }

    /// <summary>Who has connected and not gone, as the events say.</summary>
    public ICollection<string> Open => _open.Keys;

    public ConcurrentQueue<Exception> Failures { get; } = [];

    public async Task<InvocationResult> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellationToken)
    {
        var context = JsonElement.Parse(payload.Span).GetProperty("requestContext");
        var (id, type) = (context.GetProperty("connectionId").GetString()!, context.GetProperty("eventType").GetString());
        if (type == "CONNECT")
        {
            _open[id] = true;
        }

        var result = type == "DISCONNECT" && Interlocked.Increment(ref _disconnects) % 2 == 0 ? new InvocationResult("r", "{}"u8.ToArray()) : await HandleAsync(payload);
        if (type == "DISCONNECT")
        {
            _open.TryRemove(id, out _);
        }

        return result;
    }

    private async Task<InvocationResult> HandleAsync(ReadOnlyMemory<byte> payload)
    {
        try
        {
            var reply = new MemoryStream();
            await (await Handler!.FunctionHandler(new MemoryStream(payload.ToArray()), new FakeLambdaContext())).CopyToAsync(reply);
            return new InvocationResult("r", reply.ToArray());
        }
        catch (Exception exception)
        {
            Failures.Enqueue(exception);
            return new InvocationResult("r", """{"errorMessage":"failed"}"""u8.ToArray(), InvocationResult.Unhandled);
        }
    }
}
