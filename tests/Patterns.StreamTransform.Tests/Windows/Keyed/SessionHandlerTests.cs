using System.Text;
using Patterns.StreamTransform.Tests.Transforms;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

public sealed class SessionHandlerTests
{
    private readonly KeyedRig _rig = new();

    [Fact]
    public async Task A_session_ends_when_a_record_of_its_key_comes_the_gap_after_its_last()
    {
        Assert.Empty(await _rig.RunAsync("a 0", "a 5", "a 14.5"));

        Assert.Equal(["a 0-24.5: 0,14.5,5"], await _rig.RunAsync("a 24.5"));
    }

    [Fact]
    public async Task A_session_ends_when_records_of_other_keys_of_the_shard_are_that_late()
    {
        Assert.Empty(await _rig.RunAsync("a 0", "b 9"));

        Assert.Equal(["a 0-10: 0"], await _rig.RunAsync("b 10"));
        Assert.Equal(["a 0-10: 0", "b 9-20: 10,9"], await _rig.RunAsync("c 30"));
    }

    [Fact]
    public async Task Records_of_other_shards_end_nothing()
    {
        var rig = new KeyedRig(shards: 8);

        Assert.Empty(await rig.RunAsync("a 0", "b 100", "c 200"));
    }

    [Fact]
    public async Task Lanes_of_a_shard_end_nothing_of_each_other()
    {
        var rig = new KeyedRig(lanes: 4) { ClosesByShard = false };

        Assert.Empty(await rig.RunAsync("a 0", "b 100", "c 200"));
        Assert.Equal(["a 0-10: 0"], await rig.RunAsync("a 50"));
    }

    [Fact]
    public async Task A_record_that_comes_late_enough_to_be_allowed_bridges_two_sessions()
    {
        _rig.Lateness = TimeSpan.FromMinutes(20);

        Assert.Empty(await _rig.RunAsync("a 0", "a 16", "a 8"));

        Assert.Equal(["a 0-26: 0,16,8"], await _rig.RunAsync("a 46"));
    }

    [Fact]
    public async Task A_record_between_two_sessions_that_are_too_far_apart_joins_the_one_that_it_is_near()
    {
        _rig.Lateness = TimeSpan.FromMinutes(30);

        await _rig.RunAsync("a 0", "a 30", "a 22", "a 9", "a 100");

        Assert.Equal(["a 0-19: 0,9", "a 22-40: 22,30"], _rig.Seen);
    }

    [Fact]
    public async Task One_record_may_bridge_sessions_and_come_before_the_first_of_others()
    {
        _rig.Lateness = TimeSpan.FromMinutes(60);

        await _rig.RunAsync("a 30", "a 12", "a 21", "a 3", "a 200");

        Assert.Equal(["a 3-40: 12,21,3,30"], _rig.Seen);
    }

    [Theory]
    [InlineData(LateRecords.Include, "a 0-10: 0|b 40-50: 40|a 30-40: 30|a 5-15: 5 late", 0)]
    [InlineData(LateRecords.Drop, "a 0-10: 0|b 40-50: 40|a 30-40: 30", 0)]
    [InlineData(LateRecords.Send, "a 0-10: 0|b 40-50: 40|a 30-40: 30", 1)]
    public async Task A_record_whose_session_is_over_is_treated_as_the_options_say_and_counted(LateRecords late, string expected, int sent)
    {
        using var counts = new CountedDrops();
        _rig.LatePolicy = late;
        await _rig.RunAsync("a 0", "a 30", "a 5", "b 40", "b 90");

        Assert.Equal(expected.Split('|').Order(StringComparer.Ordinal), _rig.Seen.Order(StringComparer.Ordinal));
        Assert.Equal(sent, _rig.Late.Received.Count);
        Assert.Equal(1, counts["windows.late"]);
        Assert.Equal(late == LateRecords.Include ? 4 : 3, _rig.Results.Received.Count);
    }

    [Fact]
    public async Task A_late_record_is_late_by_the_watermark_of_the_shard_too()
    {
        _rig.LatePolicy = LateRecords.Send;
        await _rig.RunAsync("b 100");

        await _rig.RunAsync("a 0");

        Assert.Equal("""{"user":"a","id":"0","minute":0}""", Encoding.UTF8.GetString(Assert.Single(_rig.Late.Received).Body.Span));
    }

    [Fact]
    public async Task A_record_from_the_future_does_not_make_all_others_late()
    {
        _rig.LatePolicy = LateRecords.Send;
        _rig.Lead = TimeSpan.FromMinutes(5);
        await _rig.RunAsync("a 999999", "a 1", "b 5", "c 7");

        Assert.Empty(_rig.Late.Received);
    }

    [Fact]
    public async Task A_record_that_is_delivered_again_or_put_twice_counts_once()
    {
        using var counts = new CountedDrops();
        var lost = 2;
        _rig.Invoke = async payload =>
        {
            var reply = await _rig.Sessions().FunctionHandler(payload, _rig.Context());
            return lost-- > 0 ? throw new InvalidOperationException("The reply is lost.") : reply;
        };
        await _rig.RunAsync("a 0", "a 0", "a 1", "b 2", "a 30");

        Assert.Equal(["a 0-11: 0,1", "b 2-12: 2"], _rig.Seen);
        Assert.Equal(11, counts["windows.duplicates"]);
    }

    [Fact]
    public async Task A_record_that_was_put_twice_is_known_as_long_as_its_session_is_open()
    {
        _rig.Lateness = TimeSpan.FromMinutes(100);
        await _rig.RunAsync("a 0", "a 20", "a 29", "a 38", "a 47", "a 56", "a 65", "a 74", "a 83", "a 92", "a 101");
        await _rig.RunAsync("b 135");
        Assert.Equal(["a 0-10: 0"], _rig.Seen);

        await _rig.RunAsync("a 20", "a 400");

        Assert.Contains("a 20-111: 101,20,29,38,47,56,65,74,83,92", _rig.Seen);
    }

    [Theory]
    [InlineData(LateRecords.Include)]
    [InlineData(LateRecords.Drop)]
    public async Task Records_that_are_late_leave_nothing_in_the_state(LateRecords late)
    {
        _rig.LatePolicy = late;
        await _rig.RunAsync("b 1000");
        await _rig.RunAsync("a 0", "a 1");
        var before = _rig.Table.Items.Single(item => item.Key.Partition.EndsWith("/key/a", StringComparison.Ordinal));

        await _rig.RunAsync("a 2", "a 20", "a 40", "a 60");

        var after = _rig.Table.Items.Single(item => item.Key.Partition.EndsWith("/key/a", StringComparison.Ordinal));
        Assert.Equal(before.Attributes.Keys.Order(StringComparer.Ordinal), after.Attributes.Keys.Order(StringComparer.Ordinal));
        Assert.Null(after["seen"]);
    }

    [Fact]
    public async Task A_record_that_was_given_up_comes_back_only_by_being_put_again()
    {
        using var counts = new CountedDrops();
        _rig.Lateness = TimeSpan.FromMinutes(20);
        await _rig.RunAsync("a 5");
        var givenUp = new StreamRecord("a", ClickJson.Text(new Click("a", "1", 1))) { SequenceNumber = "4" };

        await _rig.Sessions().FunctionHandler(Events.Kinesis(givenUp), _rig.Context());
        Assert.Equal(1, counts["windows.duplicates"]);

        Assert.Equal(["a 1-15: 1,5"], await _rig.RunAsync("a 1", "a 60"));
    }

    [Fact]
    public async Task A_failed_record_holds_its_key_and_leaves_no_trace_in_the_state()
    {
        var failures = 3;
        _rig.Adding = click => _ = click is { User: "a", Id: "3" } && failures-- > 0 ? throw new InvalidOperationException("no") : 0;

        await _rig.RunAsync("a 0", "b 0", "a 3", "a 4", "b 4", "a 60", "b 60");

        Assert.Equal(["a 0-14: 0,3,4", "b 0-14: 0,4"], _rig.Seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_record_that_waits_behind_a_failed_one_does_not_bring_the_watermark_on()
    {
        _rig.LatePolicy = LateRecords.Send;
        var failures = 2;
        _rig.Adding = click => _ = click is { User: "a", Id: "0" } && failures-- > 0 ? throw new InvalidOperationException("no") : 0;

        await _rig.RunAsync("c 0", "a 0", "b 60");

        Assert.Equal(["a 0-10: 0", "c 0-10: 0"], _rig.Seen.Order(StringComparer.Ordinal));
        Assert.Empty(_rig.Late.Received);
    }

    [Fact]
    public async Task Poison_is_diverted_and_nothing_behind_it_is_lost()
    {
        _rig.Handling = new RecordHandlerOptions { FailureDestination = _rig.Poison, MaxParallelism = 1, Time = _rig.Time };
        var refuses = true;
        _rig.Poison.Refuse = envelope => refuses ? new SendFailure(envelope, "no", null, IsRetryable: false) : null;
        _rig.Adding = click => _ = click.Id == "3" ? throw new NonRetryableException("never") : 0;
        _rig.Put("a 0", "a 3", "a 4");
        _rig.Stream.Put("a", "no JSON");
        _rig.Put("a 5", "a 60");
        await _rig.Mapping.StepAsync();
        refuses = false;

        await _rig.Mapping.RunAsync();

        Assert.Equal(["a 0-15: 0,4,5"], _rig.Seen);
        Assert.Equal(["no JSON", """{"user":"a","id":"3","minute":3}"""], _rig.Poison.Received.Select(letter => Encoding.UTF8.GetString(letter.Body.Span)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_record_without_a_time_is_poison()
    {
        _rig.Handling = new RecordHandlerOptions { FailureDestination = _rig.Poison, MaxParallelism = 1, Time = _rig.Time };

        await _rig.RunAsync("a -1064800000");

        Assert.Single(_rig.Poison.Received);
    }

    [Theory]
    [InlineData(2_048, 0)]
    [InlineData(2_049, 1)]
    public async Task A_key_that_the_table_cannot_hold_is_poison_and_holds_no_other(int bytes, int poison)
    {
        var name = new string('ü', 900) + "/";
        _rig.Handling = new RecordHandlerOptions { FailureDestination = _rig.Poison, MaxParallelism = 1, Time = _rig.Time };
        var handler = new CollectSessions(
            new SessionOptions<Click>
            {
                Gap = TimeSpan.FromMinutes(10),
                Table = _rig.Table,
                Results = _rig.Results,
                EventTime = ClickJson.TimeOf,
                AllowedLead = TimeSpan.FromDays(1),
                Key = click => click.Id == "long" ? name + new string('x', bytes - Encoding.UTF8.GetByteCount("CollectSessions/orders/key/" + name)) : click.User,
            },
            _rig.Handling);
        _rig.Invoke = payload => handler.FunctionHandler(payload, _rig.Context());
        _rig.Put("a 0");
        _rig.Put("b", "long", 1);

        await _rig.RunAsync("a 60");

        Assert.Contains("a 0-10: 0", _rig.Seen);
        Assert.Equal(poison, _rig.Poison.Received.Count);
        Assert.All(_rig.Poison.Received, letter => Assert.EndsWith(
            "has a key that is too long for the table: with the names of handler and stream it has 2049 bytes, and 2048 are possible.",
            letter.Attributes["failure-message"]));
    }

    [Fact]
    public async Task A_session_that_cannot_be_closed_holds_its_key_and_says_which_it_is()
    {
        var broken = true;
        _rig.Closing = window => _ = broken ? throw new NonRetryableException("broken") : 0;
        _rig.Handling = new RecordHandlerOptions { ReportBatchItemFailures = false, FailureDestination = _rig.Poison, Time = _rig.Time };
        _rig.Mapping.BatchSize = 1;
        Exception? failure = null;
        _rig.Invoke = async payload =>
        {
            try
            {
                return await _rig.Sessions().FunctionHandler(payload, _rig.Context());
            }
            catch (Exception exception)
            {
                failure = exception;
                broken = false;
                throw;
            }
        };

        Assert.Equal(["a 0-10: 0"], await _rig.RunAsync("a 0", "a 30"));
        Assert.Equal("The window 2026-01-02 00:00:00Z to 2026-01-02 00:10:00Z of key 'a' could not be closed: broken", failure!.Message);
        Assert.Empty(_rig.Poison.Received);
    }

    [Fact]
    public async Task Results_that_are_not_taken_hold_the_records_that_ended_their_window_and_go_out_later_under_the_same_ids()
    {
        var down = true;
        _rig.Results.Refuse = envelope => down ? new SendFailure(envelope, "Throttled", null, IsRetryable: true) : null;
        _rig.Put("a 0", "a 30", "b 1");
        await _rig.Mapping.StepAsync();
        await _rig.Mapping.StepAsync();
        Assert.Empty(_rig.Results.Received);
        down = false;

        await _rig.Mapping.RunAsync();

        Assert.Equal(["a 0-10: 0", "b 1-11: 1"], _rig.Seen);
        Assert.Equal("orders/a/20260102T000000.0000000Z/4964" + "1".PadLeft(52, '0') + "#0", _rig.Results.Received[0].Id);
        Assert.Equal(("window.closed", "CollectSessions", "a", ClickJson.Start.AddMinutes(10)), (_rig.Results.Received[0].Type, _rig.Results.Received[0].Source, _rig.Results.Received[0].Key, _rig.Results.Received[0].Time));
    }

    [Fact]
    public async Task A_state_that_grows_over_an_item_is_an_error_that_names_key_and_window()
    {
        _rig.Handling = new RecordHandlerOptions { FailureDestination = _rig.Poison, MaxParallelism = 1, Time = _rig.Time };
        for (var n = 0; n < 6; n++)
        {
            _rig.Put("a", $"{n}" + new string('x', 90_000), n);
        }

        await _rig.RunAsync("a 60");

        Assert.Equal("a 0-13", _rig.Seen[0].Split(':')[0]);
        Assert.Equal(4, _rig.Seen[0].Split(',').Length);
        Assert.Equal(2, _rig.Poison.Received.Count);
        Assert.Matches(
            "^The window 2026-01-02 00:04:00Z to 2026-01-02 00:14:00Z of key 'a' is too large: with this record, the windows of its key have 45[0-9]{4} bytes together, and 409600 are possible",
            _rig.Poison.Received[0].Attributes["failure-message"]);
    }

    [Fact]
    public async Task Results_of_many_windows_go_out_in_rounds_when_they_do_not_fit_in_an_item_together()
    {
        _rig.Lateness = TimeSpan.FromMinutes(500);
        for (var n = 0; n < 3; n++)
        {
            _rig.Put("a", $"{n}" + new string('x', 100_000), n * 20);
        }

        await _rig.RunAsync("a 600");

        Assert.Equal(3, _rig.Results.Received.Count);
        Assert.Equal(3, _rig.Seen.Count);
    }

    [Fact]
    public async Task A_key_of_the_record_may_be_finer_than_the_partition_key()
    {
        var handler = new CollectSessions(new SessionOptions<Click>
        {
            Gap = TimeSpan.FromMinutes(10),
            Table = _rig.Table,
            Results = _rig.Results,
            EventTime = ClickJson.TimeOf,
            Key = click => $"{click.User}/{click.Id[0]}",
            ClosesByShard = false,
            AllowedLead = TimeSpan.FromDays(1),
        });
        _rig.Invoke = payload => handler.FunctionHandler(payload, _rig.Context());
        _rig.Put("a", "x1", 0);
        _rig.Put("a", "y1", 5);
        _rig.Put("a", "x2", 30);

        await _rig.Mapping.RunAsync();

        Assert.Equal(["a/x 0-10: x1"], _rig.Seen);
    }

    [Fact]
    public async Task Records_of_a_table_have_sessions_too()
    {
        var records = Enumerable.Range(0, 3).Select(n => new TableRecord("INSERT", """{"pk":{"S":"a"}}""")
        {
            NewImage = $$$"""{"pk":{"S":"a"},"user":{"S":"a"},"id":{"S":"{{{n}}}"},"minute":{"N":"{{{n * n * 5}}}"}}""",
        }).ToArray();

        await _rig.Sessions().FunctionHandler(Events.DynamoDb(records), _rig.Context());

        Assert.Equal(["0-15: 0,1"], _rig.Seen.Select(seen => seen[(seen.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public async Task A_table_whose_key_has_two_parts_is_told_how_to_name_the_one()
    {
        var record = new TableRecord("INSERT", """{"pk":{"S":"a"},"sk":{"S":"b"}}""")
        {
            NewImage = """{"pk":{"S":"a"},"sk":{"S":"b"},"user":{"S":"a"},"id":{"S":"1"},"minute":{"N":"1"}}""",
        };
        _rig.Handling = new RecordHandlerOptions { FailureDestination = _rig.Poison, Time = _rig.Time };
        await _rig.Sessions().FunctionHandler(Events.DynamoDb(record), _rig.Context());

        Assert.EndsWith(
            "has no key, so that it belongs to no window. Of a table whose key has two parts, set Key, or PartitionKeyName of RecordHandlerOptions.",
            Assert.Single(_rig.Poison.Received).Attributes["failure-message"]);
        _rig.Handling = new RecordHandlerOptions { FailureDestination = _rig.Poison, Time = _rig.Time, PartitionKeyName = "pk" };
        Assert.Empty((await _rig.Sessions().FunctionHandler(Events.DynamoDb(record), _rig.Context())).FailedIds());
        Assert.Single(_rig.Poison.Received);
    }

    [Fact]
    public async Task An_event_without_the_order_of_a_stream_is_an_error()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Sessions().FunctionHandler(Events.Sqs("{}"), _rig.Context()));

        Assert.Equal("The event is of the kind Sqs; windows of keys need the order of a Kinesis or DynamoDB stream.", error.Message);
    }

    [Fact]
    public void Mistakes_are_listed_at_the_cold_start()
    {
        var error = Assert.Throws<OptionsException>(() => new CollectSessions(new SessionOptions<Click>
        {
            Gap = TimeSpan.Zero,
            Table = _rig.Table,
            Results = _rig.Results,
            EventTime = ClickJson.TimeOf,
            Late = LateRecords.Send,
            IdleAfter = TimeSpan.Zero,
            Type = "",
            AllowedLateness = TimeSpan.FromSeconds(-1),
        }));

        Assert.Equal(5, error.Mistakes.Count);
        Assert.StartsWith("SessionOptions: Gap must be more than zero, but is 00:00:00.", error.Message);
    }

    [Fact]
    public void Defaults_are_as_documented()
    {
        var options = new SessionOptions<Click> { Gap = TimeSpan.FromMinutes(1), Table = _rig.Table, Results = _rig.Results, EventTime = ClickJson.TimeOf };

        Assert.Equal(("window.closed", TimeSpan.Zero, TimeSpan.FromMinutes(5), LateRecords.Include), (options.Type, options.AllowedLateness, options.AllowedLead, options.Late));
        Assert.Equal((true, TimeSpan.FromMinutes(15), TimeSpan.FromDays(8)), (options.ClosesByShard, options.IdleAfter, options.Retention));
    }
}
