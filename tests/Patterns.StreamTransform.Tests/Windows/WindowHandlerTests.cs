using System.Text;
using System.Text.Json;
using Patterns.StreamTransform.Tests.Transforms;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

public sealed class WindowHandlerTests
{
    [Fact]
    public async Task Each_window_has_the_counts_of_the_records_that_arrived_in_it()
    {
        var rig = new WindowRig();
        var start = rig.Time.GetUtcNow();
        for (var n = 0; n < 10; n++)
        {
            rig.Put(n % 3 == 0 ? "a" : "b");
            rig.Time.Advance(TimeSpan.FromSeconds(15));
        }

        await rig.FinishAsync();

        Assert.Equal([.. Expected(start, ("a", 2), ("b", 2)), .. Expected(start.AddMinutes(1), ("a", 1), ("b", 3)), .. Expected(start.AddMinutes(2), ("a", 1), ("b", 1))], rig.Counts);
        Assert.All(rig.Results.Received, result => Assert.Equal("window.closed", result.Type));
    }

    [Fact]
    public async Task A_result_has_the_same_id_when_the_last_invocation_is_repeated()
    {
        var rig = new WindowRig();
        rig.Put("a");
        await rig.Mapping.RunAsync();
        var lost = true;
        rig.Invoke = async function =>
        {
            var reply = await function();
            return lost ? throw new InvalidOperationException("The reply is lost.") : reply;
        };

        await rig.Mapping.CloseWindowsAsync();
        lost = false;
        await rig.Mapping.CloseWindowsAsync();

        Assert.Equal(2, rig.Results.Received.Count);
        Assert.Single(rig.Results.Received.Select(result => result.Id).Distinct());
        Assert.StartsWith("shardId-000000000000/", rig.Results.Received[0].Id);
    }

    [Fact]
    public async Task A_failed_record_holds_its_shard_and_leaves_no_trace_in_the_state()
    {
        var rig = new WindowRig(batchSize: 4);
        rig.Put("a");
        rig.Put("b");
        rig.Put("a");
        rig.Put("c");
        var failures = 2;
        rig.Adding = view => _ = view.Page == "b" && failures-- > 0 ? throw new InvalidOperationException("no") : 0;

        await rig.FinishAsync();

        Assert.Equal(["a 2", "b 1", "c 1"], rig.Counts.Select(count => count[6..]));
        Assert.Equal(4, rig.Mapping.Invocations);
    }

    [Fact]
    public async Task Poison_is_diverted_and_holds_nobody()
    {
        var poison = new InMemoryDestination("poison");
        var rig = new WindowRig(options: new RecordHandlerOptions { FailureDestination = poison });
        rig.Put("a");
        rig.Stream.Put("b", "no JSON");
        rig.Put("a");

        await rig.FinishAsync();

        Assert.Equal(["a 2"], rig.Counts.Select(count => count[6..]));
        Assert.Equal("no JSON", Encoding.UTF8.GetString(Assert.Single(poison.Received).Body.Span));
    }

    [Fact]
    public async Task A_record_that_is_in_the_state_is_not_added_again()
    {
        using var counts = new CountedDrops();
        var rig = new WindowRig();
        var handler = rig.Handler;
        var first = await RunAsync(handler, state: "{}", 1, 2, 3);
        var second = await RunAsync(handler, State(first), 2, 3, 4);

        await RunAsync(handler, State(second));

        Assert.Equal(["a 4"], rig.Counts.Select(count => count[6..]));
        Assert.Equal(2, counts["windows.duplicates"]);
    }

    [Fact]
    public async Task A_record_that_a_producer_has_put_twice_counts_once_where_ids_tell()
    {
        var rig = new WindowRig(change: window => new WindowOptions<View> { Results = window.Results, DuplicateId = view => view.Id });
        rig.Put("a", "1");
        rig.Put("b", "2");
        rig.Put("a", "1");
        rig.Put("a", "3");
        rig.Put("a", "1");

        await rig.FinishAsync();

        Assert.Equal(["a 2", "b 1"], rig.Counts.Select(count => count[6..]));
    }

    [Theory]
    [InlineData(LateRecords.Include, "a 3", 0)]
    [InlineData(LateRecords.Drop, "a 2", 0)]
    [InlineData(LateRecords.Send, "a 2", 1)]
    public async Task A_late_record_is_treated_as_the_options_say_and_counted(LateRecords late, string expected, int sent)
    {
        using var counts = new CountedDrops();
        var side = new InMemoryDestination("late");
        var rig = new WindowRig(change: window => new WindowOptions<View>
        {
            Results = window.Results,
            EventTime = view => view.At,
            AllowedLateness = TimeSpan.FromSeconds(30),
            Late = late,
            LateDestination = late == LateRecords.Send ? side : null,
        });
        rig.Put("a");
        rig.Put("a", age: TimeSpan.FromSeconds(30));
        rig.Put("a", age: TimeSpan.FromSeconds(91));

        await rig.FinishAsync();

        Assert.Equal([expected], rig.Counts.Select(count => count[6..]));
        Assert.Equal(sent, side.Received.Count);
        Assert.Equal(1, counts["windows.late"]);
    }

    [Fact]
    public async Task A_state_that_is_too_large_is_spilled_to_a_table_and_found_again()
    {
        var table = new InMemoryTable("states");
        var rig = new WindowRig(change: window => new WindowOptions<View> { Results = window.Results, Spill = table, SpillAbove = 100 });
        for (var n = 0; n < 12; n++)
        {
            rig.Put($"a page with a long name {n % 5}");
        }

        await rig.FinishAsync();

        Assert.Equal([3, 3, 2, 2, 2], CountViews.Read(rig.Results).Select(count => count.Count).OrderDescending());
        Assert.All(CountViews.Read(rig.Results), count => Assert.False(count.IsEarly));
    }

    [Fact]
    public async Task A_large_state_is_spilled_in_several_items()
    {
        var table = new InMemoryTable("states");
        var rig = new WindowRig(change: window => new WindowOptions<View> { Results = window.Results, Spill = table });
        var longName = new string('x', 500_000);
        foreach (var page in (string[])["a", "b", "a", "c", "a"])
        {
            rig.Stream.Put(page, JsonSerializer.Serialize(new View(page + longName, "", rig.Time.GetUtcNow()), ViewJson.Default.View));
        }

        await rig.Mapping.RunAsync();
        Assert.True(table.Items.Count > 3);

        await rig.Mapping.CloseWindowsAsync();
        Assert.Equal([3, 1, 1], CountViews.Read(rig.Results).Select(count => count.Count).OrderDescending());
    }

    [Fact]
    public async Task Without_a_table_the_service_ends_the_window_early_and_its_parts_add_up()
    {
        var rig = new WindowRig(batchSize: 1);
        var longName = new string('x', 600_000);
        for (var n = 0; n < 5; n++)
        {
            rig.Stream.Put("k", JsonSerializer.Serialize(new View($"{n % 2}{longName}", "", rig.Time.GetUtcNow()), ViewJson.Default.View));
        }

        await rig.FinishAsync();

        var counts = CountViews.Read(rig.Results).ToList();
        Assert.Contains(counts, count => count.IsEarly);
        Assert.Equal((3, 2), (counts.Where(count => count.Page[0] == '0').Sum(count => count.Count), counts.Where(count => count.Page[0] == '1').Sum(count => count.Count)));
    }

    [Fact]
    public async Task An_event_without_a_window_is_an_error_that_says_what_to_set()
    {
        var rig = new WindowRig();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Handler.FunctionHandler(Events.Kinesis(new StreamRecord("a", "{}")), new FakeLambdaContext()));

        Assert.Equal("The event has no 'window': set TumblingWindowInSeconds on the event source mapping.", error.Message);
    }

    [Fact]
    public async Task A_window_without_records_publishes_nothing()
    {
        var rig = new WindowRig();

        var reply = await RunAsync(rig.Handler, "{}");

        Assert.Equal("""{"state":{},"batchItemFailures":[]}""", Encoding.UTF8.GetString(reply.ToArray()));
        Assert.Empty(rig.Results.Received);
    }

    [Fact]
    public void Mistakes_are_listed_at_the_cold_start()
    {
        var error = Assert.Throws<OptionsException>(() => new CountViews(new WindowOptions<View> { Results = new InMemoryDestination(), Late = LateRecords.Send, SpillAbove = -1 }));

        Assert.Equal(3, error.Mistakes.Count);
    }

    private static IEnumerable<string> Expected(DateTimeOffset minute, params (string Page, int Count)[] counts) =>
        counts.Select(count => $"{minute:HH:mm} {count.Page} {count.Count}");

    private static string State(MemoryStream reply)
    {
        using var document = JsonDocument.Parse(reply.ToArray());
        return document.RootElement.GetProperty("state").GetRawText();
    }

    /// <summary>An invocation with records of those sequence numbers; the window's last one without any.</summary>
    private static async Task<MemoryStream> RunAsync(CountViews handler, string state, params int[] sequences)
    {
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"page":"a","id":"","at":"2026-11-02T10:00:10Z"}"""));
        var records = sequences.Select(sequence => $$"""
            {"kinesis":{"partitionKey":"a","sequenceNumber":"{{sequence}}","data":"{{body}}"},"eventSource":"aws:kinesis","eventID":"s:{{sequence}}","eventSourceARN":"arn"}
            """);
        var payload = $$"""
            {"Records":[{{string.Join(",", records)}}],"window":{"start":"2026-11-02T10:00:00Z","end":"2026-11-02T10:01:00Z"},"state":{{state}},
            "shardId":"s","eventSourceARN":"arn","isFinalInvokeForWindow":{{(sequences.Length == 0 ? "true" : "false")}},"isWindowTerminatedEarly":false}
            """;
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload));
        var reply = new MemoryStream();
        await (await handler.FunctionHandler(input, new FakeLambdaContext())).CopyToAsync(reply);
        return reply;
    }
}
