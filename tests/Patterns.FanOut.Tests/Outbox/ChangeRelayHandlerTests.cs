using System.Text;
using System.Text.Json.Serialization;
using Patterns.Tables;

namespace Patterns.FanOut.Tests;

public sealed class ChangeRelayHandlerTests
{
    private readonly InMemoryTable _table = new("orders");
    private readonly InMemoryDestination _billing = new("billing");
    private readonly InMemoryDestination _failures = new("failures");

    [Fact]
    public async Task A_change_is_published_as_the_messages_that_it_means()
    {
        await Write("a", "placed");
        await Write("a", "paid");
        await Write("a", "archived");

        var reply = await RunAsync(_table.TakeChanges());

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["order.placed", "order.paid"], _billing.Received.Select(envelope => envelope.Type));
        Assert.All(_billing.Received, envelope => Assert.Equal("a", envelope.Key));
    }

    [Fact]
    public async Task A_change_that_comes_again_has_the_same_ids()
    {
        await Write("a", "placed");
        var changes = _table.TakeChanges();

        await RunAsync(changes);
        await RunAsync(changes);

        Assert.Equal(2, _billing.Received.Count);
        Assert.Single(_billing.Received.Select(envelope => envelope.Id).Distinct());
    }

    [Fact]
    public async Task A_change_that_a_destination_does_not_take_is_reported_and_later_ones_of_its_item_wait()
    {
        _billing.Refuse = envelope => envelope.Key == "a" ? new SendFailure(envelope, "InternalError", "down", IsRetryable: true) : null;
        await Write("a", "placed");
        await Write("b", "placed");
        await Write("a", "paid");

        var reply = await RunAsync(_table.TakeChanges());

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Equal(["b"], _billing.Received.Select(envelope => envelope.Key));
    }

    [Fact]
    public async Task A_change_that_no_retry_can_help_goes_to_the_failure_destination_with_its_payload()
    {
        _billing.Refuse = envelope => new SendFailure(envelope, "InvalidMessageContents", "no", IsRetryable: false);
        await Write("a", "placed");

        var reply = await RunAsync(_table.TakeChanges());

        Assert.Empty(reply.FailedIds());
        Assert.Contains("\"placed\"", Encoding.UTF8.GetString(Assert.Single(_failures.Received).Body.Span));
    }

    private ValueTask<TableWriteResult> Write(string order, string status) =>
        _table.WriteAsync(new TableUpdate(new TableKey(order, "state")).Set("status", status), default);

    private Task<Stream> RunAsync(IReadOnlyList<TableRecord> changes)
    {
        var fanOut = new FanOutOptions<Envelope> { Routes = [new FanOutRoute<Envelope>(_billing)], Outbound = new OutboundOptions { MaxAttempts = 1 } };
        var relay = new OrderRelay(fanOut, new RecordHandlerOptions { PartitionKeyName = "pk", FailureDestination = _failures });
        return relay.FunctionHandler(Events.DynamoDb(changes), new FakeLambdaContext());
    }

    private sealed class OrderRelay(FanOutOptions<Envelope> fanOut, RecordHandlerOptions options)
        : ChangeRelayHandler<OrderState>(ChangeJson.Default.TableChangeOrderState, fanOut, options)
    {
        protected override IEnumerable<Envelope> Map(TableChange<OrderState> change, RecordContext context)
        {
            if (change.New is { Status: "placed" or "paid" } order)
            {
                yield return new Envelope { Id = context.MessageId, Type = $"order.{order.Status}", Body = Encoding.UTF8.GetBytes(order.Status) };
            }
        }
    }
}

public sealed record OrderState([property: JsonPropertyName("status")] string Status);

[JsonSerializable(typeof(TableChange<OrderState>))]
internal sealed partial class ChangeJson : JsonSerializerContext;
