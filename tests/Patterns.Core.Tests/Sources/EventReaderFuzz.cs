using FsCheck;
using FsCheck.Fluent;

namespace Patterns.Core.Tests.Sources;

public sealed class EventReaderFuzz
{
    private const string CloudEvent =
        """{"specversion":"1.0","id":"ce-1","source":"/shop","type":"order.placed","time":"2026-11-02T10:00:00Z","data":{"id":"a"}}""";

    private static readonly byte[][] Seeds =
    [
        Events.Sqs(OrderHandler.Body("a"), Events.SnsEnvelope(OrderHandler.Body("b"))).ToArray(),
        Events.Kinesis(new StreamRecord("k", "x")).ToArray(),
        Events.DynamoDb(new TableRecord("INSERT", """{"pk":{"S":"A"}}""") { NewImage = """{"id":{"S":"a"}}""" }).ToArray(),
        Events.EventBridge("t", "{}").ToArray(),
        Events.S3("b", "k").ToArray(),
        Events.Schedule(DateTimeOffset.UnixEpoch).ToArray(),
        Events.Sqs(CloudEvent).ToArray(),
        Events.Sqs(Events.SnsEnvelope(CloudEvent, attributes: new Dictionary<string, string> { ["country"] = "DE" })).ToArray(),
    ];

    [Fact]
    public void A_damaged_event_is_handled_reported_or_refused_and_nothing_else()
    {
        var damage =
            from seed in Gen.Choose(0, Seeds.Length - 1)
            from position in Gen.Choose(0, Seeds[seed].Length - 1)
            from value in Gen.Choose(0, 255)
            from cut in Gen.Choose(0, 3)
            select (seed, position, value: (byte)value, cut);

        Prop.ForAll(damage.ToArbitrary(), hit => RunAsync(hit.seed, hit.position, hit.value, hit.cut == 0).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static async Task<bool> RunAsync(int seed, int position, byte value, bool cuts)
    {
        var bytes = (byte[])Seeds[seed].Clone();
        bytes[position] = value;
        var payload = new MemoryStream(cuts ? bytes[..position] : bytes);
        var handler = new OrderHandler((_, context) =>
        {
            // Everything that is read on demand must cope, too.
            var all = $"{context.Id}{context.Key}{context.Time}{context.EventName}{context.MessageId}{context.Attributes.Count}{context.TraceParent}";
            Assert.NotNull(all);
            return ValueTask.CompletedTask;
        });
        try
        {
            _ = await handler.RunAsync(payload);
        }
        catch (Exception refused) when (refused is UnknownEventException or BatchFailedException or System.Text.Json.JsonException)
        {
            // The event was refused as a whole, or its one record failed.
        }

        return true;
    }
}
