using System.Text;
using Patterns.FanIn;
using Patterns.Tables;

namespace Patterns.FanOut.Tests.FanIn;

public sealed class FanInHandlerTests
{
    private readonly FanInRig _rig = new();

    [Fact]
    public async Task The_last_part_publishes_the_result_of_all()
    {
        await _rig.DeliverEachAsync(new("r1", "b", 2, Of: 3), new("r1", "c", 3, Of: 3));
        Assert.Empty(_rig.Offers);

        await _rig.DeliverEachAsync(new Quote("r1", "a", 1, Of: 3));

        var offer = Assert.Single(_rig.Offers);
        Assert.Equal(("r1", "Completed", 6m), (offer.Request, offer.Outcome, offer.Total));
        Assert.Equal(["a", "b", "c"], offer.Suppliers);
        Assert.Equal(FanInState.Published, (await _rig.Store().FindAsync("r1", CancellationToken.None))!.State);
    }

    [Fact]
    public async Task A_result_has_the_correlation_id_as_its_id_and_says_how_it_came_about()
    {
        await _rig.DeliverEachAsync(new("r1", "a", Of: 2), new("r1", "b", Of: 2));

        var envelope = Assert.Single(_rig.Results.Received);
        Assert.Equal(("r1", "r1", "r1"), (envelope.Id, envelope.CorrelationId, envelope.Key));
        Assert.Equal("Completed", envelope.Attributes[FanInAttributes.Outcome]);
        Assert.Equal("2", envelope.Attributes[FanInAttributes.Parts]);
        Assert.Equal("2", envelope.Attributes[FanInAttributes.Expected]);
        Assert.DoesNotContain(FanInAttributes.Missing, envelope.Attributes.Keys);
    }

    [Fact]
    public async Task A_part_counts_once_however_often_it_comes()
    {
        await _rig.DeliverEachAsync(new("r1", "a", 1, Of: 2), new("r1", "a", 1, Of: 2), new("r1", "a", 1, Of: 2));
        Assert.Equal(1, (await _rig.Store().FindAsync("r1", CancellationToken.None))!.PartCount);

        await _rig.DeliverEachAsync(new Quote("r1", "b", 2, Of: 2));

        Assert.Equal(3m, Assert.Single(_rig.Offers).Total);
    }

    [Fact]
    public async Task Parts_of_one_batch_share_transactions()
    {
        var counted = new CountingGate();
        var quotes = Enumerable.Range(0, 10).Select(number => FanInRig.Message(new("r1", $"s{number}", 1, Of: 10))).ToArray();

        var delivery = FanInRig.DeliverAsync(_rig.Process(counted), quotes);
        counted.LetGo();

        Assert.Empty(await delivery);
        Assert.Equal(10m, Assert.Single(_rig.Offers).Total);
        Assert.InRange(counted.Transactions, 1, 5);
    }

    [Fact]
    public async Task A_part_twice_in_one_batch_counts_once()
    {
        Assert.Empty(await _rig.DeliverAsync(
            FanInRig.Message(new("r1", "a", 1, Of: 2), "m1"), FanInRig.Message(new("r1", "a", 1, Of: 2), "m2"), FanInRig.Message(new("r1", "a", 1, Of: 2), "m3")));

        Assert.Equal(1, (await _rig.Store().FindAsync("r1", CancellationToken.None))!.PartCount);
    }

    [Fact]
    public async Task Parts_may_come_before_somebody_says_how_many_there_are()
    {
        await _rig.DeliverEachAsync(new("r1", "a"), new("r1", "b"));
        Assert.Empty(_rig.Offers);

        await _rig.DeliverEachAsync(new Quote("r1", "opening", Opens: 2));

        Assert.Equal(["a", "b"], Assert.Single(_rig.Offers).Suppliers);
    }

    [Fact]
    public async Task An_opening_by_another_function_that_comes_last_is_found_by_the_next_sweep()
    {
        await _rig.DeliverEachAsync(new("r1", "a"), new("r1", "b"));
        var status = await _rig.Store().OpenAsync("r1", new FanInOpening { Expected = 2 }, CancellationToken.None);
        Assert.Equal((FanInState.Open, 2, (int?)2), (status.State, status.PartCount, status.Expected));

        await _rig.SweepAsync();

        Assert.Equal("Completed", Assert.Single(_rig.Offers).Outcome);
    }

    [Fact]
    public async Task An_aggregate_that_expects_nothing_is_complete_at_once()
    {
        await _rig.DeliverEachAsync(new Quote("r1", "opening", Opens: 0));
        await _rig.Store().OpenAsync("r2", new FanInOpening { Expected = 0 }, CancellationToken.None);
        await _rig.SweepAsync();

        Assert.Equal(["r1", "r2"], _rig.Offers.Select(offer => offer.Request));
        Assert.All(_rig.Offers, offer => Assert.Empty(offer.Suppliers));
    }

    [Fact]
    public async Task An_aggregate_that_is_out_of_time_is_published_with_what_it_has()
    {
        await _rig.DeliverEachAsync(new("r1", "a", 1, Of: 3), new("r1", "b", 2, Of: 3));
        _rig.Time.Advance(TimeSpan.FromMinutes(9));
        await _rig.SweepAsync();
        Assert.Empty(_rig.Offers);

        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        await _rig.SweepAsync();

        Assert.Equal(("TimedOut", 3m), (Assert.Single(_rig.Offers).Outcome, _rig.Offers[0].Total));
        var envelope = Assert.Single(_rig.Results.Received);
        Assert.Equal(("TimedOut", "2", "3"), (envelope.Attributes[FanInAttributes.Outcome], envelope.Attributes[FanInAttributes.Parts], envelope.Attributes[FanInAttributes.Expected]));
    }

    [Fact]
    public async Task A_time_out_names_the_missing_parts_where_they_are_known()
    {
        await _rig.Store().OpenAsync("r1", new FanInOpening { ExpectedParts = ["c", "a", "b"] }, CancellationToken.None);
        await _rig.DeliverEachAsync(new Quote("r1", "b"));

        await _rig.SweepAtTheEndAsync();

        Assert.Equal("a,c", Assert.Single(_rig.Results.Received).Attributes[FanInAttributes.Missing]);
    }

    [Fact]
    public async Task Parts_that_nobody_named_do_not_complete_an_aggregate_whose_parts_are_named()
    {
        await _rig.Store().OpenAsync("r1", new FanInOpening { ExpectedParts = ["a", "b"] }, CancellationToken.None);
        await _rig.DeliverEachAsync(new("r1", "a"), new("r1", "x"));
        Assert.Empty(_rig.Offers);

        await _rig.DeliverEachAsync(new Quote("r1", "b"));

        Assert.Equal(["a", "b", "x"], Assert.Single(_rig.Offers).Suppliers);
    }

    [Fact]
    public async Task A_predicate_over_the_parts_completes_an_aggregate()
    {
        var rig = new FanInRig { Expected = null, IsComplete = aggregate => aggregate.Parts.Sum(part => part.Message.Price) >= 10 };
        await rig.DeliverEachAsync(new("r1", "a", 4), new("r1", "b", 5));
        Assert.Empty(rig.Offers);

        await rig.DeliverEachAsync(new Quote("r1", "c", 1));

        Assert.Equal(10m, Assert.Single(rig.Offers).Total);
    }

    [Fact]
    public async Task Parts_are_combined_in_the_order_of_arrival_if_the_options_say_so()
    {
        var rig = new FanInRig { Order = FanInOrder.Arrival };
        foreach (var supplier in new[] { "c", "a", "b" })
        {
            await rig.DeliverEachAsync(new Quote("r1", supplier, Of: 3));
            rig.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["c", "a", "b"], Assert.Single(rig.Offers).Suppliers);
    }

    [Fact]
    public async Task A_part_that_comes_after_the_end_goes_to_the_declared_place_and_a_duplicate_does_not()
    {
        await _rig.DeliverEachAsync(new("r1", "a", Of: 3), new("r1", "b", Of: 3));
        await _rig.SweepAtTheEndAsync();

        Assert.Empty(await _rig.DeliverAsync(FanInRig.Message(new("r1", "c", 7, Of: 3)), FanInRig.Message(new("r1", "a", Of: 3), "again")));

        var late = Assert.Single(_rig.Late.Received);
        Assert.Equal(("r1-c", "r1"), (late.Id, late.CorrelationId));
        Assert.Contains("\"c\"", Encoding.UTF8.GetString(late.Body.Span));
        Assert.Single(_rig.Offers);
    }

    [Fact]
    public async Task A_late_part_without_a_place_to_go_is_logged()
    {
        var rig = new FanInRig { HasLatePlace = false };
        await rig.DeliverEachAsync(new Quote("r1", "a", Of: 1));
        var context = new FakeLambdaContext();

        await rig.Process().FunctionHandler(Events.Sqs(FanInRig.Message(new("r1", "b", Of: 1))), context);

        Assert.Contains("Warning: Part {PartId} came after {CorrelationId} had ended, and has no place to go. [b, r1]", context.Log.Lines);
    }

    [Fact]
    public async Task A_late_part_goes_back_to_its_queue_while_the_place_for_it_does_not_take_it()
    {
        await _rig.DeliverEachAsync(new Quote("r1", "a", Of: 1));
        _rig.Late.Refuse = envelope => new SendFailure(envelope, "Throttled", null, IsRetryable: true);

        Assert.Equal(["r1-b"], await _rig.DeliverAsync(FanInRig.Message(new("r1", "b", Of: 1))));
    }

    [Fact]
    public async Task An_opening_that_comes_after_the_end_goes_to_the_declared_place()
    {
        await _rig.DeliverEachAsync(new Quote("r1", "a"));
        await _rig.SweepAtTheEndAsync();

        await _rig.DeliverEachAsync(new Quote("r1", "opening", Opens: 3));

        Assert.Equal(["r1-opening"], _rig.LateIds);
    }

    [Fact]
    public async Task A_part_that_says_another_number_than_was_said_before_is_hopeless()
    {
        await _rig.DeliverEachAsync(new Quote("r1", "a", Of: 2));
        var context = new FakeLambdaContext();

        var batch = FanInRig.Message(new("r1", "b", Of: 3));
        var outcome = await _rig.Process().HandleBatchAsync(RecordBatch.Of("m", Encoding.UTF8.GetBytes(batch.Body)), context);

        var exception = Assert.IsType<FanInConflictException>(Assert.Single(outcome.Failures).Exception);
        Assert.Equal("r1 is said to have 3 parts, but it was said to have 2 before; the first number stays.", exception.Message);
        Assert.Equal(("r1", 2, 3), (exception.CorrelationId, exception.Known, exception.Said));
    }

    [Fact]
    public async Task An_opening_that_says_another_number_is_refused_and_the_same_one_changes_nothing()
    {
        var opening = new FanInOpening { Expected = 2, Deadline = _rig.Time.GetUtcNow() + TimeSpan.FromMinutes(5) };
        await _rig.Store().OpenAsync("r1", opening, CancellationToken.None);
        var before = _rig.Table.Items.Count;

        await _rig.Store().OpenAsync("r1", opening, CancellationToken.None);
        await Assert.ThrowsAsync<FanInConflictException>(() => _rig.Store().OpenAsync("r1", new FanInOpening { Expected = 3 }, CancellationToken.None));

        Assert.Equal(before, _rig.Table.Items.Count);
        Assert.Equal(opening.Deadline, (await _rig.Store().FindAsync("r1", CancellationToken.None))!.Deadline);
    }

    [Theory]
    [InlineData("{\"Supplier\":\"a\"}", "The correlation id of message m is empty.")]
    [InlineData("{\"Request\":\"r1\"}", "The part id of message m is empty.")]
    public async Task A_message_without_ids_is_hopeless(string body, string message)
    {
        var outcome = await _rig.Process().HandleBatchAsync(RecordBatch.Of("m", Encoding.UTF8.GetBytes(body)), new FakeLambdaContext());

        Assert.Equal(message, Assert.IsType<NonRetryableException>(Assert.Single(outcome.Failures).Exception).Message);
    }

    [Fact]
    public async Task Ids_that_no_key_takes_are_hopeless()
    {
        var body = $"{{\"Request\":\"{new string('ä', 451)}\",\"Supplier\":\"a\"}}";

        var outcome = await _rig.Process().HandleBatchAsync(RecordBatch.Of("m", Encoding.UTF8.GetBytes(body)), new FakeLambdaContext());

        Assert.Equal("The correlation id of message m has 902 bytes; at most 900 are possible.", Assert.Single(outcome.Failures).Exception!.Message);
    }

    [Fact]
    public async Task A_part_that_no_item_can_hold_is_hopeless_and_says_where_to_put_it()
    {
        var body = $"{{\"Request\":\"r1\",\"Supplier\":\"a\",\"Note\":\"{new string('x', 401_400)}\"}}";

        var outcome = await _rig.Process().HandleBatchAsync(RecordBatch.Of("m", Encoding.UTF8.GetBytes(body)), new FakeLambdaContext());

        Assert.Equal(
            $"Part a has {body.Length} bytes; at most 401408 can be kept. Put it into an object store and send its key.",
            Assert.Single(outcome.Failures).Exception!.Message);
    }

    [Fact]
    public async Task A_result_that_cannot_be_published_is_not_kept_so_that_a_smaller_one_can_be_made_later()
    {
        _rig.Combine = aggregate => new Offer(aggregate.CorrelationId, new string('x', 400_000), [], 0);
        Assert.Equal(["r1-a"], await _rig.DeliverAsync(FanInRig.Message(new("r1", "a", 1, Of: 1))));
        _rig.Time.Advance(TimeSpan.FromMinutes(2));

        var exception = await Assert.ThrowsAsync<FanInException>(() => _rig.SweepAsync());
        Assert.Contains("bytes; at most 393216 can be kept and sent to results. Put it into an object store and publish its key.", exception.Message);
        Assert.Equal(["r1"], exception.CorrelationIds);

        _rig.Combine = null;
        await _rig.SweepAsync();
        Assert.Equal(1m, Assert.Single(_rig.Offers).Total);
    }

    [Fact]
    public async Task A_result_that_the_destination_refuses_is_sent_again_when_the_part_comes_again()
    {
        var number = 0;
        _rig.Combine = aggregate => CollectQuotes.Plain(aggregate) with { Total = ++number };
        _rig.Results.Refuse = envelope => new SendFailure(envelope, "Throttled", null, IsRetryable: true);
        Assert.Equal(["r1-a"], await _rig.DeliverAsync(FanInRig.Message(new("r1", "a", 1, Of: 1))));

        _rig.Results.Refuse = _ => null;
        Assert.Empty(await _rig.DeliverAsync(FanInRig.Message(new("r1", "a", 1, Of: 1))));

        Assert.Equal(1m, Assert.Single(_rig.Offers).Total);
    }

    [Fact]
    public async Task One_aggregate_that_cannot_be_published_does_not_hold_up_the_others()
    {
        await _rig.DeliverEachAsync(new("bad", "a"), new("r1", "a"), new("r2", "a"), new("r3", "a"));
        _rig.Combine = aggregate => aggregate.CorrelationId == "bad" ? throw new InvalidOperationException("no") : CollectQuotes.Plain(aggregate);

        var exception = await Assert.ThrowsAsync<FanInException>(_rig.SweepAtTheEndAsync);

        Assert.Equal("1 aggregates that are due could not be brought to their end: bad (no)", exception.Message);
        Assert.Equal(["r1", "r2", "r3"], _rig.Offers.Select(offer => offer.Request).Order());
    }

    [Fact]
    public async Task A_sweep_reads_more_timers_than_one_page_has()
    {
        for (var number = 0; number < 1200; number++)
        {
            await _rig.Store().OpenAsync($"r{number}", new FanInOpening(), CancellationToken.None);
        }

        await _rig.SweepAtTheEndAsync();

        Assert.Equal(1200, _rig.Offers.Select(offer => offer.Request).Distinct().Count());
        Assert.Empty(_rig.TimerItems());
    }

    [Fact]
    public async Task Nothing_stays_in_the_table_for_ever()
    {
        await _rig.Store().OpenAsync("r0", new FanInOpening { ExpectedParts = ["a"] }, CancellationToken.None);
        await _rig.DeliverEachAsync(new("r1", "a", Of: 1), new("r2", "a", Of: 2), new("r2", "opening", Opens: 2));

        Assert.NotEmpty(_rig.Table.Items);
        Assert.Empty(_rig.Orphans());
        await _rig.SweepAtTheEndAsync();
    }

    [Fact]
    public async Task With_timers_that_expire_the_tables_deletion_ends_the_aggregate()
    {
        var rig = new FanInRig { Timers = FanInTimers.Expiry };
        await rig.DeliverEachAsync(new("r1", "a", 1, Of: 2), new("r2", "a", 1, Of: 1));
        var timer = Assert.Single(rig.TimerItems());
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 14, 5, TimeSpan.Zero), timer.ExpiresAt);

        // The timers that were moved are in the stream as deletions, and so is one that somebody deletes before its time.
        var moved = rig.Table.TakeChanges();
        var early = new TableRecord("REMOVE", $$$"""{"pk":{"S":"{{{timer.Key.Partition}}}"},"sk":{"S":"{{{timer.Key.Sort}}}"}}""");
        Assert.Empty(await ExpireAsync(rig, [.. moved, early]));
        Assert.Equal(["r2"], rig.Offers.Select(offer => offer.Request));

        rig.Time.Advance(TimeSpan.FromHours(20));
        Assert.Equal(1, rig.Table.RemoveExpired());
        var expired = rig.Table.TakeChanges();
        Assert.Empty(await ExpireAsync(rig, [.. expired]));
        Assert.Empty(await ExpireAsync(rig, [.. expired]));

        Assert.Equal(["Completed", "TimedOut"], rig.Offers.Select(offer => offer.Outcome));
        Assert.Empty(rig.TimerItems());
    }

    [Fact]
    public async Task A_timer_that_the_table_deletes_too_early_by_this_clock_is_set_again()
    {
        var rig = new FanInRig { Timers = FanInTimers.Expiry };
        await rig.DeliverEachAsync(new Quote("r1", "a", 1, Of: 2));
        var timer = Assert.Single(rig.TimerItems());
        await rig.Table.WriteAsync(new TableDelete(timer.Key), CancellationToken.None);

        Assert.Empty(await ExpireAsync(rig, [.. rig.Table.TakeChanges().Where(change => change.EventName == "REMOVE")]));

        Assert.Equal(timer.Key, Assert.Single(rig.TimerItems()).Key);
    }

    [Theory]
    [InlineData(FanInTimers.Sweep)]
    [InlineData(FanInTimers.Expiry)]
    public async Task An_aggregate_that_is_gone_before_its_timer_is_a_warning(FanInTimers timers)
    {
        var rig = new FanInRig { Timers = timers };
        await rig.DeliverEachAsync(new Quote("r1", "a", 1, Of: 2));
        await rig.Table.WriteAsync(new TableDelete(rig.Table.Items.Single(item => item.Key.Sort == "head").Key), CancellationToken.None);
        rig.Time.Advance(TimeSpan.FromMinutes(30));
        rig.Table.TakeChanges();
        var context = new FakeLambdaContext();

        if (timers == FanInTimers.Sweep)
        {
            await rig.Process().SweepHandler(Events.Schedule(rig.Time.GetUtcNow()), context);
        }
        else
        {
            rig.Table.RemoveExpired();
            await rig.Process().ExpiryHandler(Events.DynamoDb([.. rig.Table.TakeChanges()]), context);
        }

        Assert.Contains("Warning: {CorrelationId} had expired when its timer was looked at; it ended without a result. [r1]", context.Log.Lines);
        Assert.Empty(rig.TimerItems());
    }

    [Fact]
    public async Task The_names_of_missing_parts_count_for_the_size_of_a_result()
    {
        string[] names = [.. Enumerable.Range(0, 400).Select(number => $"{number:d300}")];
        await _rig.Store().OpenAsync("r1", new FanInOpening { ExpectedParts = names }, CancellationToken.None);
        _rig.Combine = aggregate => new Offer(aggregate.CorrelationId, new string('x', 300_000), [], 0);

        var exception = await Assert.ThrowsAsync<FanInException>(_rig.SweepAtTheEndAsync);

        Assert.Contains("bytes; at most 272816 can be kept and sent to results.", exception.Message);
    }

    [Fact]
    public async Task A_sweep_that_runs_out_of_time_still_throws_what_failed_and_is_no_failure_otherwise()
    {
        await _rig.DeliverEachAsync(new("bad", "a"), new("good", "a"));
        _rig.Time.Advance(TimeSpan.FromMinutes(21));
        var hasFailed = true;
        _rig.Combine = aggregate =>
        {
            _rig.Time.Advance(TimeSpan.FromMilliseconds(29_300));
            return hasFailed ? throw new InvalidOperationException("no") : CollectQuotes.Plain(aggregate);
        };
        var options = new RecordHandlerOptions { Time = _rig.Time, MaxParallelism = 1 };

        var exception = await Assert.ThrowsAsync<FanInException>(() => SweepAsync());
        Assert.Single(exception.CorrelationIds);
        hasFailed = false;
        await SweepAsync();

        Task SweepAsync() => _rig.Process(options: options).SweepHandler(Events.Schedule(_rig.Time.GetUtcNow()), new FakeLambdaContext(time: _rig.Time));
    }

    private static async Task<IReadOnlyList<string>> ExpireAsync(FanInRig rig, params TableRecord[] records) =>
        (await rig.Process().ExpiryHandler(Events.DynamoDb(records), new FakeLambdaContext())).FailedIds();
}
