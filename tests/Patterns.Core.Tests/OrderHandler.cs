using System.Collections.Concurrent;
using Amazon.Lambda.Core;

namespace Patterns.Core.Tests;

/// <summary>Records what it handles, and does to each order what the test says.</summary>
internal sealed class OrderHandler(
    Func<Order, RecordContext, ValueTask>? handle = null,
    RecordHandlerOptions? options = null,
    Action<RecordPipeline<Order>>? pipeline = null) : RecordHandler<Order>(OrderJson.Default.Order, options, pipeline)
{
    private readonly ConcurrentQueue<string> _handled = new();

    public IReadOnlyList<string> Handled => [.. _handled];

    public Task<Stream> RunAsync(Stream payload, ILambdaContext? context = null) =>
        FunctionHandler(payload, context ?? new FakeLambdaContext());

    public static OrderHandler FailingOn(params string[] ids) =>
        new((order, _) => ids.Contains(order.Id) ? throw new InvalidOperationException("no " + order.Id) : ValueTask.CompletedTask);

    public static string Body(string id) => $$"""{"id":"{{id}}"}""";

    protected override async ValueTask HandleAsync(Order message, RecordContext context)
    {
        if (handle is not null)
        {
            await handle(message, context);
        }

        _handled.Enqueue(message.Id);
    }
}
