using System.Text;
using Patterns.Tables;

namespace Patterns.FanOut.Tests;

public sealed class OutboxRelayHandlerTests
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task Published_rows_are_deleted_and_nothing_is_reported()
    {
        await _shop.PlaceAsync("a", "w", messages: 3);

        await _shop.RelayAsync();

        _shop.AssertDeliveredIfAndOnlyIfCommitted();
        Assert.Equal(3, _shop.Billing.Received.Count);
        Assert.True(_shop.IsStreamRead);
    }

    [Fact]
    public async Task A_record_that_comes_again_publishes_nothing_again()
    {
        await _shop.PlaceAsync("a", "w");
        await _shop.RelayAsync();

        await _shop.RelayAsync(fromTheBeginning: true);

        Assert.Single(_shop.Billing.Received);
    }

    [Fact]
    public async Task Records_of_anything_but_new_rows_are_ignored()
    {
        var relay = new Relay(_shop);
        await _shop.PlaceAsync("a", "w");
        var records = _shop.Table.TakeChanges();
        var row = records.Single(record => record.NewImage!.Contains("outboxState", StringComparison.Ordinal));
        TableRecord[] others =
        [
            .. records.Where(record => record != row),
            row with { EventName = "MODIFY" },
            row with { EventName = "REMOVE", OldImage = row.NewImage, NewImage = null },
            row with { NewImage = row.NewImage!.Replace("\"pending\"", "\"published\"", StringComparison.Ordinal) },
            row with { NewImage = """{"outboxState":{"N":"1"},"outboxKey":{"M":{"S":{"S":"a"}}}}""" },
        ];

        Assert.Empty((await relay.RunAsync(others)).FailedIds());

        Assert.Empty(_shop.Billing.Received);
    }

    [Fact]
    public async Task An_aggregate_that_waits_holds_up_no_other_one_of_its_bucket_nor_the_stream()
    {
        var shop = new Shop { Buckets = 1 };
        shop.Billing.Refuse = envelope => envelope.Key == "a" ? new SendFailure(envelope, "InternalError", "down", IsRetryable: true) : null;
        await shop.PlaceAsync("a", "w");
        await shop.PlaceAsync("b", "w");
        await shop.PlaceAsync("a", "w");

        await shop.RelayAsync();

        Assert.Equal(["b-001-0-w"], shop.Billing.Received.Select(envelope => envelope.Id));
        Assert.Equal(["a-001-0-w"], Shop.FirstCopies(shop.Shipping, "a"));
        Assert.True(shop.IsStreamRead);
        shop.Billing.Refuse = _ => null;
        await shop.SettleAsync();
        shop.AssertDeliveredIfAndOnlyIfCommitted();
    }

    [Fact]
    public async Task A_message_whose_stream_record_never_came_goes_before_the_next_one_of_its_aggregate()
    {
        await _shop.PlaceAsync("a", "w");
        _shop.ExpireStream();
        await _shop.PlaceAsync("a", "w");

        await _shop.RelayAsync();

        Assert.Equal(["a-001-0-w", "a-002-0-w"], _shop.Billing.Received.Select(envelope => envelope.Id));
    }

    [Fact]
    public async Task A_retry_goes_only_to_the_routes_that_do_not_have_the_message()
    {
        _shop.Billing.Refuse = envelope => new SendFailure(envelope, "InternalError", "down", IsRetryable: true);
        await _shop.PlaceAsync("a", "w");
        await _shop.RelayAsync();
        _shop.Billing.Refuse = _ => null;

        await _shop.SettleAsync();

        Assert.Single(_shop.Billing.Received);
        Assert.Single(_shop.Shipping.Received);
    }

    [Fact]
    public async Task A_failed_message_waits_a_minute_and_then_twice_as_long_each_time()
    {
        _shop.Billing.Refuse = envelope => new SendFailure(envelope, "InternalError", "down", IsRetryable: true);
        await _shop.PlaceAsync("a", "w");
        await _shop.RelayAsync();

        foreach (var minutes in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            var row = Assert.Single(_shop.Waiting);
            Assert.Equal(_shop.Time.GetUtcNow().AddMinutes(minutes).ToUnixTimeMilliseconds(), row["notBefore"]!.GetInt64());
            var attempts = row["attempts"]!.GetInt64();
            _shop.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromMilliseconds(1));
            await _shop.SweepAsync();
            Assert.Equal(attempts, Assert.Single(_shop.Waiting)["attempts"]!.GetInt64());
            _shop.Time.Advance(TimeSpan.FromMilliseconds(1));
            await _shop.SweepAsync();
        }
    }

    [Fact]
    public async Task A_message_that_fails_at_all_its_attempts_goes_to_the_failure_destination_whole_and_with_the_cause()
    {
        var shop = new Shop { MaxAttempts = 3 };
        shop.Billing.Refuse = envelope => envelope.Id == "a-001-0-w" ? new SendFailure(envelope, "InternalError", "down", IsRetryable: true) : null;
        await shop.PlaceAsync("a", "w", messages: 2);

        await shop.SettleAsync();

        var letter = Assert.Single(shop.Failures.Received);
        Assert.Equal(("a-001-0-w", "a", "order.placed"), (letter.Id, letter.Key, letter.Type));
        Assert.Equal("""{"id":"a-001-0-w"}""", Encoding.UTF8.GetString(letter.Body.Span));
        Assert.Equal("billing: InternalError: down", letter.Attributes["failure-message"]);
        Assert.Equal(("HandlerFailed", "3"), (letter.Attributes["failure-reason"], letter.Attributes["failure-attempt"]));
        Assert.Equal(["a-001-1-w"], Shop.FirstCopies(shop.Billing, "a"));
    }

    [Fact]
    public async Task A_message_that_no_retry_can_help_is_given_up_at_once_and_its_aggregate_goes_on()
    {
        _shop.Billing.Refuse = envelope => envelope.Id == "a-001-0-w" ? new SendFailure(envelope, "InvalidMessageContents", "no", IsRetryable: false) : null;
        await _shop.PlaceAsync("a", "w");
        await _shop.PlaceAsync("a", "w");

        await _shop.RelayAsync();

        Assert.Equal(["a-001-0-w"], _shop.Failures.Received.Select(letter => letter.Id));
        Assert.Equal(["a-002-0-w"], _shop.Billing.Received.Select(envelope => envelope.Id));
        Assert.Equal(2, _shop.Shipping.Received.Count);
        Assert.Empty(_shop.Waiting);
    }

    [Fact]
    public async Task A_destination_that_refuses_the_caller_is_not_the_messages_fault()
    {
        _shop.Billing.Refuse = _ => throw new DestinationException("AccessDenied", isRetryable: false);
        await _shop.PlaceAsync("a", "w");

        await _shop.RelayAsync();

        Assert.Empty(_shop.Failures.Received);
        Assert.Single(_shop.Waiting);
    }

    [Fact]
    public async Task Without_a_failure_destination_a_message_that_is_given_up_stays_in_the_table()
    {
        _shop.Billing.Refuse = envelope => new SendFailure(envelope, "InvalidMessageContents", "no", IsRetryable: false);
        await _shop.PlaceAsync("a", "w");
        var relay = new Relay(_shop.Outbox(), new OutboxRelayOptions { Routes = [new FanOutRoute<Envelope>(_shop.Billing)], Time = _shop.Time });

        await relay.RunAsync(_shop.Table.TakeChanges());

        var dead = Assert.Single(_shop.Table.Items, item => item["outboxState"]?.GetString() == "dead");
        Assert.StartsWith("outbox#dead#", dead.Key.Partition);
        Assert.Equal("billing: InvalidMessageContents: no", dead["cause"]!.GetString());
        Assert.Equal("a-001-0-w", dead["messages"]!.GetList()[0].GetMap()["id"].GetString());
        Assert.Empty(_shop.Waiting);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(944)]
    public async Task The_largest_row_can_be_retried_and_given_up_like_any_other(int keyBytes)
    {
        var (shop, refused) = (new Shop(), 0);
        var order = new string('k', keyBytes);
        await CommitLargestAsync(shop, order);
        shop.Billing.Refuse = envelope =>
        {
            refused++;
            return new SendFailure(envelope, "InternalError", new string('€', 300), IsRetryable: true);
        };
        var relay = new Relay(shop.Outbox(), new OutboxRelayOptions
        {
            Routes = [new FanOutRoute<Envelope>(shop.Billing), new FanOutRoute<Envelope>(shop.Shipping) { Name = new string('n', 4000) }],
            Outbound = new OutboundOptions { MaxAttempts = 1, Time = shop.Time },
            KeepPublished = TimeSpan.FromDays(1),
            MaxAttempts = 3,
            Time = shop.Time,
        });
        var records = shop.Table.TakeChanges();
        while (shop.Waiting.Any() && refused < 10)
        {
            Assert.Empty((await relay.RunAsync(records)).FailedIds());
            shop.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(3, refused);
        Assert.Single(shop.Shipping.Received);
        Assert.Single(shop.Table.Items, item => item["outboxState"]?.GetString() == "dead");
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void Route_names_that_do_not_fit_a_row_together_fail_the_cold_start(int bytes, bool fits)
    {
        var routes = new[] { bytes / 2, bytes - (bytes / 2) }.Select((size, index) => new FanOutRoute<Envelope>(_shop.Billing) { Name = new string("ab"[index], size) });
        var options = new OutboxRelayOptions { Routes = [.. routes] };

        var exception = Record.Exception(() => new Relay(_shop.Outbox(), options));

        Assert.Equal(fits ? null : "OutboxRelayOptions: The names of the routes have 4097 bytes together; a row of the outbox has room for 4096.", exception?.Message);
    }

    [Fact]
    public async Task A_failure_destination_that_is_down_loses_nothing()
    {
        _shop.Billing.Refuse = envelope => new SendFailure(envelope, "InvalidMessageContents", "no", IsRetryable: false);
        _shop.Failures.Refuse = envelope => new SendFailure(envelope, "InternalError", "down", IsRetryable: true);
        await _shop.PlaceAsync("a", "w");
        await _shop.RelayAsync();
        Assert.Single(_shop.Waiting);
        _shop.Failures.Refuse = _ => null;

        await _shop.SettleAsync();

        Assert.Single(_shop.Failures.Received);
    }

    [Fact]
    public async Task A_failure_destination_that_can_never_take_a_message_leaves_it_in_the_table()
    {
        _shop.Billing.Refuse = _shop.Failures.Refuse = envelope => new SendFailure(envelope, "InvalidMessageContents", "no", IsRetryable: false);
        await _shop.PlaceAsync("a", "w");

        await _shop.RelayAsync();

        Assert.Single(_shop.Table.Items, item => item["outboxState"]?.GetString() == "dead");
        Assert.Empty(_shop.Waiting);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_put_aside_and_its_aggregate_goes_on()
    {
        await _shop.PlaceAsync("a", "w");
        var row = Assert.Single(_shop.Waiting);
        await _shop.Table.WriteAsync(new TableUpdate(row.Key).Set("messages", "?"), default);
        await _shop.PlaceAsync("a", "w");

        await _shop.RelayAsync();

        Assert.Equal(["a-002-0-w"], _shop.Billing.Received.Select(envelope => envelope.Id));
        Assert.Single(_shop.Table.Items, item => item["outboxState"]?.GetString() == "dead");
    }

    [Fact]
    public async Task Published_rows_are_kept_for_a_while_where_somebody_wants_to_look_at_them()
    {
        await _shop.PlaceAsync("a", "w");
        var options = new OutboxRelayOptions { Routes = [new FanOutRoute<Envelope>(_shop.Billing)], KeepPublished = TimeSpan.FromDays(7), Time = _shop.Time };

        await new Relay(_shop.Outbox(), options).RunAsync(_shop.Table.TakeChanges());

        var kept = Assert.Single(_shop.Table.Items, item => item["outboxState"]?.GetString() == "published");
        Assert.StartsWith("outbox#published#", kept.Key.Partition);
        Assert.Equal(_shop.Time.GetUtcNow() + TimeSpan.FromDays(7), kept.ExpiresAt);
        Assert.Empty(_shop.Waiting);
    }

    [Fact]
    public async Task Aggregates_of_one_batch_share_their_requests()
    {
        for (var n = 0; n < 50; n++)
        {
            await _shop.PlaceAsync($"order-{n}", "w");
        }

        await _shop.RelayAsync();

        Assert.Equal(50, _shop.Billing.Received.Count);
        Assert.True(_shop.Billing.Requests.Count < 50, $"{_shop.Billing.Requests.Count} requests for 50 messages");
    }

    [Fact]
    public async Task What_cannot_be_read_from_the_table_is_reported_and_delivered_again()
    {
        await _shop.PlaceAsync("a", "w");
        var changes = _shop.Table.TakeChanges();
        var relay = new Relay(new Outbox(new BrokenTable(), new OutboxOptions { Buckets = 2 }), _shop.Relaying());

        var reply = await relay.RunAsync(changes);

        Assert.Equal([changes.Single(change => change.NewImage!.Contains("outboxState", StringComparison.Ordinal)).SequenceNumber!], reply.FailedIds());
    }

    [Fact]
    public async Task Without_partial_replies_a_failure_is_an_exception()
    {
        await _shop.PlaceAsync("a", "w");
        var options = new OutboxRelayOptions { Routes = [new FanOutRoute<Envelope>(_shop.Billing)], ReportBatchItemFailures = false };
        var relay = new Relay(new Outbox(new BrokenTable()), options);

        var exception = await Assert.ThrowsAsync<TableException>(() => relay.RunAsync(_shop.Table.TakeChanges()));

        Assert.Equal("broken", exception.Message);
    }

    [Fact]
    public async Task A_message_that_hangs_until_the_deadline_counts_as_an_attempt_and_does_not_hold_up_the_stream()
    {
        await _shop.PlaceAsync("a", "w");
        var hanging = new FanOut.HangingDestination();
        var relay = new Relay(_shop.Outbox(), new OutboxRelayOptions { Routes = [new FanOutRoute<Envelope>(hanging)], Time = _shop.Time });

        var run = relay.RunAsync(_shop.Table.TakeChanges(), new FakeLambdaContext(TimeSpan.FromSeconds(10), _shop.Time));
        await hanging.Asked;
        _shop.Time.Advance(TimeSpan.FromSeconds(9));

        Assert.Empty((await run).FailedIds());
        Assert.Equal(1, Assert.Single(_shop.Waiting)["attempts"]!.GetInt64());
    }

    [Fact]
    public async Task The_log_says_what_waits_and_until_when()
    {
        _shop.Billing.Refuse = envelope => new SendFailure(envelope, "InternalError", "down", IsRetryable: true);
        await _shop.PlaceAsync("a", "w");
        var context = new FakeLambdaContext(time: _shop.Time);

        await new Relay(_shop).RunAsync(_shop.Table.TakeChanges(), context);

        var line = Assert.Single(context.Log.Lines);
        Assert.StartsWith(
            "Warning: Message {MessageId} of {Aggregate} was not taken by {Routes} at attempt {Attempt}; it waits until {NotBefore:O}, and its aggregate with it. "
            + "[a-001-0-w, a, billing (InternalError), 1, ",
            line);
    }

    [Theory]
    [InlineData("""{"Records":[{"eventSource":"aws:sqs"}]}""", "An outbox relay takes the events of a table's stream, but this one has a record of aws:sqs.")]
    [InlineData("""{"id":1}""", "An outbox relay takes the events of a table's stream, but this payload has no Records.")]
    [InlineData("hello", "An outbox relay takes the events of a table's stream, but this payload is none.")]
    [InlineData(
        """{"Records":[{"eventSource":"aws:dynamodb","eventName":"INSERT","eventSourceARN":"s","dynamodb":{"Keys":{}}}]}""",
        "The stream s has no new images; an outbox relay needs the view type NEW_IMAGE or NEW_AND_OLD_IMAGES.")]
    public async Task An_event_of_anything_else_is_refused(string payload, string message)
    {
        var exception = await Assert.ThrowsAsync<UnknownEventException>(() => new Relay(_shop).FunctionHandler(Events.Direct(payload), new FakeLambdaContext()));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void Options_have_their_defaults()
    {
        var options = new OutboxRelayOptions();

        Assert.Empty(options.Routes);
        Assert.Null(options.FailureDestination);
        Assert.Null(options.KeepPublished);
        Assert.Equal((10, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)), (options.MaxAttempts, options.FirstRetryDelay, options.MaxRetryDelay));
        Assert.Equal((10, TimeSpan.FromSeconds(1), true), (options.MaxParallelism, options.DeadlineReserve, options.ReportBatchItemFailures));
        Assert.Same(TimeProvider.System, options.Time);
    }

    [Fact]
    public void Options_out_of_range_are_listed()
    {
        var options = new OutboxRelayOptions
        {
            Outbound = null!,
            MaxAttempts = 0,
            MaxRetryDelay = TimeSpan.Zero,
            KeepPublished = TimeSpan.Zero,
            MaxParallelism = 0,
            DeadlineReserve = TimeSpan.FromSeconds(-1),
            Time = null!,
        };

        var exception = Assert.Throws<OptionsException>(() => new Relay(_shop.Outbox(), options));

        Assert.Equal(
            "OutboxRelayOptions: Routes must have at least one route, and none that is null. Outbound must not be null. MaxAttempts must be at least 1, but is 0. "
            + "FirstRetryDelay and MaxRetryDelay must not be negative, nor the first the larger one, but are 00:01:00 and 00:00:00. "
            + "KeepPublished must be null or positive, but is 00:00:00. MaxParallelism must be at least 1, but is 0. DeadlineReserve must not be negative, but is -00:00:01. Time must not be null.",
            exception.Message);
    }

    [Fact]
    public void Two_routes_of_one_name_fail_the_cold_start()
    {
        var options = new OutboxRelayOptions { Routes = [new FanOutRoute<Envelope>(_shop.Billing), new FanOutRoute<Envelope>(_shop.Billing)] };

        var exception = Assert.Throws<OptionsException>(() => new Relay(_shop.Outbox(), options));

        Assert.Equal("OutboxRelayOptions: The route name 'billing' is used 2 times; give each route its own Name.", exception.Message);
    }

    private static async Task CommitLargestAsync(Shop shop, string order)
    {
        var (fits, tooLarge) = (300_000, 410_000);
        while (tooLarge - fits > 1)
        {
            var size = (fits + tooLarge) / 2;
            (fits, tooLarge) = await TryCommitAsync(new Shop(), order, size) ? (size, tooLarge) : (fits, size);
        }

        Assert.True(await TryCommitAsync(shop, order, fits));
    }

    private static async Task<bool> TryCommitAsync(Shop shop, string order, int bytes)
    {
        try
        {
            var message = new Envelope { Id = "m-1", Key = order, Body = new byte[bytes] };
            return (await shop.Outbox().CommitAsync([], [new OutboxMessage(message) { Sequence = 1 }], default)).Committed;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private sealed class Relay(Outbox outbox, OutboxRelayOptions options) : OutboxRelayHandler(outbox, options)
    {
        public Relay(Shop shop)
            : this(shop.Outbox(), shop.Relaying())
        {
        }

        public Task<Stream> RunAsync(IReadOnlyList<TableRecord> records, FakeLambdaContext? context = null) =>
            FunctionHandler(Events.DynamoDb(records), context ?? new FakeLambdaContext());
    }
}
