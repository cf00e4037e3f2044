using System.Text;
using Patterns.Tables;

namespace Patterns.FanOut.Tests;

public sealed class OutboxTests
{
    private static readonly TableKey State = new("order#1", "state");
    private readonly InMemoryTable _table = new("orders");

    [Fact]
    public async Task State_and_messages_are_written_together()
    {
        var result = await Commit(Placed(), Shop.Message("m-1", "order#1"));

        Assert.True(result.Committed);
        Assert.Equal(2, _table.Items.Count);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_is_a_result_and_nothing_is_published()
    {
        await Commit(Placed(), Shop.Message("m-1", "order#1"));

        var result = await Commit(Placed(), Shop.Message("m-2", "order#1"));

        Assert.Equal(0, Assert.Single(result.Refusals).Index);
        Assert.Equal(2, _table.Items.Count);
    }

    [Fact]
    public async Task The_state_may_be_in_another_table_of_the_store()
    {
        var orders = new InMemoryTable("state");
        await Commit(Placed() with { Table = orders }, Shop.Message("m-1", "order#1"));

        Assert.Single(orders.Items);
        Assert.Single(_table.Items);
    }

    [Fact]
    public async Task Of_two_commits_with_one_token_the_first_takes_effect_and_both_succeed()
    {
        var outbox = new Outbox(_table);
        await outbox.CommitAsync([Placed()], [Shop.Message("m-1", "order#1")], "command-1", default);

        var again = await outbox.CommitAsync([Placed()], [Shop.Message("m-1", "order#1")], "command-1", default);

        Assert.True(again.Committed);
        Assert.Single(_table.Items, item => item["outboxState"] is not null);
    }

    [Fact]
    public async Task A_token_counts_again_when_its_time_is_over()
    {
        var time = new FakeTimeProvider();
        var outbox = new Outbox(_table, new OutboxOptions { Time = time });
        await outbox.CommitAsync([], [Shop.Message("m-1", "order#1")], "command-1", default);
        time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));

        await outbox.CommitAsync([], [Shop.Message("m-2", "order#1")], "command-1", default);

        Assert.Equal(2, _table.Items.Count(item => item["outboxState"] is not null));
    }

    [Fact]
    public async Task Messages_of_one_aggregate_are_one_row_and_each_aggregate_has_its_own()
    {
        await Commit(Placed(), Shop.Message("m-1", "a"), Shop.Message("m-2", "b"), Shop.Message("m-3", "a"));

        var rows = _table.Items.Where(item => item["outboxState"] is not null).ToDictionary(item => item["outboxKey"]!.GetString());
        Assert.Equal(["a", "b"], rows.Keys.Order());
        Assert.Equal(2, rows["a"]["messages"]!.GetList().Count);
    }

    [Fact]
    public async Task A_published_message_is_the_envelope_as_it_was_committed()
    {
        var envelope = new Envelope
        {
            Id = "m-1",
            Key = "order#1",
            Type = "order.placed",
            Source = "shop",
            Subject = "order 1",
            Time = new DateTimeOffset(2026, 11, 2, 10, 0, 0, 123, TimeSpan.FromHours(1)),
            CorrelationId = "c-1",
            CausationId = "m-0",
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            Attributes = new Dictionary<string, string> { ["country"] = "DE" },
            Body = new byte[] { 0, 255, 1 },
        };
        var shop = new Shop();
        await shop.Outbox().CommitAsync([], [envelope], default);

        await shop.RelayAsync();

        var published = Assert.Single(shop.Billing.Received);
        Assert.Equal(envelope with { Body = default, Attributes = published.Attributes }, published with { Body = default });
        Assert.Equal(envelope.Attributes, published.Attributes);
        Assert.Equal(envelope.Body.ToArray(), published.Body.ToArray());
    }

    [Fact]
    public async Task Commits_of_one_process_keep_their_order_when_the_clock_stands_still()
    {
        var shop = new Shop();
        var outbox = shop.Outbox();
        for (var n = 0; n < 20; n++)
        {
            await outbox.CommitAsync([], [Shop.Message($"m-{n:D2}", "a")], default);
        }

        await shop.RelayAsync();

        Assert.Equal(Enumerable.Range(0, 20).Select(n => $"m-{n:D2}"), Shop.FirstCopies(shop.Billing, "a"));
    }

    [Fact]
    public async Task A_sequence_decides_the_order_whatever_the_writers_clocks_say()
    {
        var shop = new Shop();
        await shop.Outbox().CommitAsync([], [Shop.Message("second", "a", sequence: 10)], default);
        shop.Time.Advance(TimeSpan.FromMinutes(1));
        await shop.Outbox().CommitAsync([], [Shop.Message("first", "a", sequence: 9)], default);

        await shop.RelayAsync();

        Assert.Equal(["first", "second"], Shop.FirstCopies(shop.Billing, "a"));
    }

    [Fact]
    public async Task Aggregates_whose_keys_begin_alike_are_kept_apart()
    {
        var shop = new Shop { Buckets = 1 };
        await shop.Outbox().CommitAsync([], [Shop.Message("1", "a#b")], default);
        shop.Billing.Refuse = envelope => envelope.Key == "a#b" ? new SendFailure(envelope, "InternalError", "down", IsRetryable: true) : null;
        await shop.RelayAsync();
        await shop.Outbox().CommitAsync([], [Shop.Message("2", "a"), Shop.Message("3", "a%23b")], default);

        await shop.RelayAsync();

        Assert.Equal(["2", "3"], shop.Billing.Received.Select(envelope => envelope.Id).Order());
    }

    public static TheoryData<string, OutboxMessage[]> Mistakes => new()
    {
        { "A message has no Id: receivers recognise a duplicate by it.", [Shop.Message("", "a")] },
        { "Message m-1 has no Key: it is the aggregate that the message is about, inside which order is kept.", [new Envelope { Id = "m-1", Body = default }] },
        { "Message m-1 has the sequence -1; it must not be negative.", [Shop.Message("m-1", "a", -1)] },
        { "Message m-1 appears twice; ids are distinct.", [Shop.Message("m-1", "a"), Shop.Message("m-1", "b")] },
        { "Message m-2 has another sequence than the messages of a before it; one commit makes one version of an aggregate.", [Shop.Message("m-1", "a", 1), Shop.Message("m-2", "a")] },
        { "Message m-1 could never be sent: The attribute 'ce-id' is one of the envelope's own; set the property instead.", [new Envelope { Id = "m-1", Key = "a", Body = default, Attributes = new Dictionary<string, string> { ["ce-id"] = "x" } }] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_message_that_cannot_be_published_is_refused_before_anything_is_written(string mistake, OutboxMessage[] messages)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Commit(Placed(), messages));

        Assert.Equal($"{mistake} (Parameter 'messages')", exception.Message);
        Assert.Empty(_table.Items);
    }

    [Fact]
    public async Task A_commit_of_more_actions_than_a_transaction_takes_is_refused()
    {
        var writes = Enumerable.Range(0, 98).Select(n => new TablePut(new TableItem(new TableKey($"order#{n}", "state"))));

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            new Outbox(_table).CommitAsync([.. writes], [Shop.Message("m-1", "a"), Shop.Message("m-2", "b")], "token", default));

        Assert.Equal(
            "The commit has 98 writes and 3 rows of the outbox (one for each aggregate, one for the token); a transaction takes 100 in all.",
            exception.Message);
        Assert.Empty(_table.Items);
    }

    [Fact]
    public async Task Messages_that_do_not_fit_an_item_are_refused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Commit(Placed(), Large("m-1", "a", 300_000), Large("m-2", "a", 110_000)));

        Assert.Matches(@"^The messages of a have 41\d{4} bytes as a row of the outbox; it may have 401408, so that it can still be retried and given up\. Keep large bodies elsewhere and send a claim check\.$", exception.Message);
        Assert.Empty(_table.Items);
    }

    [Fact]
    public async Task A_commit_of_more_bytes_than_a_transaction_takes_is_refused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Commit(Placed(), [.. Enumerable.Range(0, 11).Select(n => Large($"m-{n}", $"{n}", 400_000))]));

        Assert.Matches(@"^The commit has 44\d{5} bytes; a transaction takes 4194304\.$", exception.Message);
        Assert.Empty(_table.Items);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(945)]
    public async Task A_key_that_is_too_long_for_the_table_is_refused(int bytes)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Commit(Placed(), Shop.Message("m-1", new string('k', bytes), sequence: 1)));

        Assert.EndsWith("is too long for a row of the outbox.", exception.Message);
    }

    [Fact]
    public async Task An_empty_commit_is_refused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => new Outbox(_table).CommitAsync([], [], default));

        Assert.Equal("There is nothing to commit.", exception.Message);
    }

    [Fact]
    public void Options_have_their_defaults()
    {
        var options = new OutboxOptions();

        Assert.Equal(("outbox", 16, TimeSpan.FromDays(1), TimeProvider.System), (options.Partition, options.Buckets, options.KeepTokens, options.Time));
    }

    [Fact]
    public void Options_out_of_range_are_listed()
    {
        var options = new OutboxOptions { Partition = "", Buckets = 0, KeepTokens = TimeSpan.FromMinutes(9), Time = null! };

        var exception = Assert.Throws<OptionsException>(() => new Outbox(_table, options));

        Assert.Equal(
            "OutboxOptions: Partition must not be empty. Buckets must be from 1 to 1000, but is 0. KeepTokens must be at least 10 minutes, but is 00:09:00. Time must not be null.",
            exception.Message);
    }

    private static TablePut Placed() => new(new TableItem(State) { ["status"] = "placed" }) { Condition = TableCondition.ItemMissing };

    private static OutboxMessage Large(string id, string key, int bytes) => new Envelope { Id = id, Key = key, Body = Encoding.UTF8.GetBytes(new string('x', bytes)) };

    private Task<TableTransactionResult> Commit(TableWrite write, params OutboxMessage[] messages) =>
        new Outbox(_table).CommitAsync([write], messages, default);
}
