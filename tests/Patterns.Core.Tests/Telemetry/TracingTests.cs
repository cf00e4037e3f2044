using System.Diagnostics;

namespace Patterns.Core.Tests.Telemetry;

public sealed class TracingTests
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_record_continues_the_trace_that_its_message_carries()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Patterns",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        string? trace = null;
        string? outbound = null;
        var handler = new OrderHandler((_, context) =>
        {
            trace = Activity.Current?.TraceId.ToString();
            outbound = Envelope(context).TraceParent;
            return ValueTask.CompletedTask;
        });

        await handler.RunAsync(Message());

        Assert.Equal(TraceId, trace);
        Assert.StartsWith($"00-{TraceId}-", outbound);
    }

    [Fact]
    public async Task A_message_passes_its_trace_on_also_when_nobody_listens()
    {
        Patterns.Outbound.Envelope? outbound = null;
        var handler = new OrderHandler((_, context) =>
        {
            outbound = Envelope(context);
            return ValueTask.CompletedTask;
        });

        await handler.RunAsync(Message());

        Assert.Contains(TraceId, outbound!.TraceParent);
        Assert.Equal("m-1", outbound.CausationId);
        Assert.Equal("m-1", outbound.CorrelationId);
    }

    private static Patterns.Outbound.Envelope Envelope(RecordContext context) =>
        Patterns.Outbound.Envelope.Json("out", new Order("a"), OrderJson.Default.Order).CausedBy(context);

    private static MemoryStream Message() => Events.Sqs(new SqsRecord(OrderHandler.Body("a"))
    {
        MessageId = "m-1",
        Attributes = new Dictionary<string, string> { ["traceparent"] = $"00-{TraceId}-b7ad6b7169203331-01" },
    });
}
