using System.Text;
using Patterns.Outbound;
#pragma warning disable
namespace Patterns.FanOut.Tests.FanOut;

public sealed class ReviewTests
{
    private sealed class StrictLedger : IDeliveryLedger
    {
        public readonly HashSet<string> Notes = [];
        public ValueTask<IReadOnlyCollection<string>> FindAsync(string messageId, CancellationToken t) => new([.. Notes]);
        public ValueTask NoteAsync(string messageId, IReadOnlyCollection<string> d, CancellationToken t) { t.ThrowIfCancellationRequested(); foreach (var x in d) Notes.Add(x); return default; }
    }

    private sealed class Hanging : IDestination
    {
        public string Name => "hanging";
        public bool KeepsOrder => false; public DestinationLimits Limits { get; } = new(10, 1_000_000, 1_000_000, 10);
        public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> e, CancellationToken t) { await Task.Delay(-1, t); return []; }
    }

    [Fact]
    public async Task Deliveries_before_the_deadline_are_noted()
    {
        var ledger = new StrictLedger();
        var ok = new InMemoryDestination("ok");
        var handler = new OrderFanOut(new FanOutOptions<Order> { Ledger = ledger, Routes = [new(ok), new(new Hanging())] });
        var context = new FakeLambdaContext(TimeSpan.FromSeconds(1), TimeProvider.System);
        var reply = await handler.RunAsync(context, new SqsRecord("""{"id":"a"}""") { MessageId = "1" });
        Assert.Equal(["1"], reply.FailedIds());
        Assert.Single(ok.Received);
        Assert.True(ledger.Notes.Contains("ok"), string.Join("\n", context.Log.Lines));
    }

    [Fact]
    public async Task Recipients_with_the_same_name_that_fail()
    {
        var d = new InMemoryDestination("d") { Refuse = e => new SendFailure(e, "No", null, false) };
        var handler = new OrderFanOut(new FanOutOptions<Order> { Routes = [new(d)], Recipients = _ => [d] });
        var context = new FakeLambdaContext();
        await handler.RunAsync(context, new SqsRecord("""{"id":"a"}""") { MessageId = "1" });
        Assert.Contains(context.Log.Lines, l => l.EndsWith("FanOutException") || l.EndsWith("NonRetryableException"));
    }

    [Fact]
    public async Task Recipient_named_twice_gets_one_copy()
    {
        var d = new InMemoryDestination("d");
        var handler = new OrderFanOut(new FanOutOptions<Order> { Routes = [new(d)], Recipients = _ => [d] });
        await handler.RunAsync(new SqsRecord("""{"id":"a"}""") { MessageId = "1" });
        Assert.Single(d.Received);
    }

    [Fact]
    public async Task Copy_keeps_cause_and_attributes()
    {
        var d = new InMemoryDestination("d");
        var handler = new OrderFanOut(new FanOutOptions<Order> { Routes = [new(d)] });
        await handler.RunAsync(new SqsRecord("""{"id":"a"}""") { MessageId = "1", Attributes = new Dictionary<string, string> { ["country"] = "DE", ["ce-id"] = "m", ["ce-causationid"] = "cause", ["ce-source"] = "shop" } });
        var c = d.Received[0];
        Assert.Equal(("m", "cause", "shop", "DE"), (c.Id, c.CausationId, c.Source, c.Attributes.GetValueOrDefault("country")));
    }

    [Fact]
    public async Task A_condition_that_throws_fails_its_route_alone()
    {
        var d = new InMemoryDestination("d");
        var e = new InMemoryDestination("e");
        var handler = new OrderFanOut(new FanOutOptions<Order> { Routes = [new(d) { When = _ => throw new Exception("x") }, new(e)] });
        await handler.RunAsync(new SqsRecord("""{"id":"a"}""") { MessageId = "1" });
        Assert.Single(e.Received);
    }

    [Fact]
    public async Task One_messages_bad_mapping_does_not_divert_its_neighbours()
    {
        var failures = new InMemoryDestination("failures");
        var d = new InMemoryDestination("d");
        var handler = new OrderFanOut(
            new FanOutOptions<Order> { Routes = [new(d) { Map = (o, env) => o.Id == "5" ? env with { Attributes = new Dictionary<string, string> { ["ce-id"] = "x" } } : env }] },
            new RecordHandlerOptions { FailureDestination = failures });
        for (var round = 0; round < 50; round++)
            await handler.RunAsync([.. Enumerable.Range(0, 10).Select(n => new SqsRecord($$"""{"id":"{{n}}"}""") { MessageId = $"{n}" })]);
        Assert.True(failures.Received.All(f => f.CausationId == "5"), string.Join(",", failures.Received.Select(f => f.Id).Distinct()) + $" diverted {failures.Received.Count}, delivered {d.Received.Count} of 450");
    }

    [Fact]
    public async Task A_missing_destination_is_not_the_messages_poison()
    {
        var failures = new InMemoryDestination("failures");
        var d = new InMemoryDestination("d") { Refuse = _ => throw new DestinationException("AccessDenied", isRetryable: false) };
        var handler = new OrderFanOut(new FanOutOptions<Order> { Routes = [new(d)] }, new RecordHandlerOptions { FailureDestination = failures });
        var reply = await handler.RunAsync(new SqsRecord("""{"id":"a"}""") { MessageId = "1" });
        Assert.Equal(["1"], reply.FailedIds());
    }
}
