using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Patterns.Outbound;
#pragma warning disable
namespace Patterns.Core.Tests;

[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(TableChange<JsonElement>))]
internal sealed partial class RevJson : JsonSerializerContext;

internal sealed class AnyHandler(Func<JsonElement, RecordContext, ValueTask> handle, RecordHandlerOptions? options = null) : RecordHandler<JsonElement>(RevJson.Default.JsonElement, options)
{
    protected override ValueTask HandleAsync(JsonElement m, RecordContext c) => handle(m, c);
}

public sealed class ReviewTests
{
    private static async Task<Stream> Run(Stream payload, Func<JsonElement, RecordContext, ValueTask> h, RecordHandlerOptions? o = null, FakeLambdaContext? ctx = null) =>
        await new AnyHandler(h, o).FunctionHandler(payload, ctx ?? new FakeLambdaContext());

    [Fact]
    public async Task Schedule_in_queue_terminates()
    {
        var tick = Encoding.UTF8.GetString(Events.Schedule(DateTimeOffset.UnixEpoch).ToArray());
        var run = Task.Run(() => Run(Events.Sqs(tick), (_, _) => default));
        Assert.Same(run, await Task.WhenAny(run, Task.Delay(3000)));
    }

    [Fact]
    public async Task Blocking_handler_is_given_up_in_time()
    {
        var time = TimeProvider.System;
        var ctx = new FakeLambdaContext(TimeSpan.FromSeconds(1), time);
        var sw = System.Diagnostics.Stopwatch.StartNew();
        await Run(Events.Sqs("{}", "{}"), (_, _) => { Thread.Sleep(2000); return default; }, null, ctx);
        Assert.True(sw.Elapsed < TimeSpan.FromSeconds(1), $"replied after {sw.Elapsed}");
    }

    [Fact]
    public async Task GiveUp_after_sync_part()
    {
        var time = new FakeTimeProvider();
        var ctx = new FakeLambdaContext(TimeSpan.FromSeconds(10), time);
        var hang = new TaskCompletionSource();
        var run = Run(Events.Sqs("{}"), async (_, _) => { time.Advance(TimeSpan.FromSeconds(9.4)); await hang.Task; }, new() { Time = time }, ctx);
        time.Advance(TimeSpan.FromSeconds(0.2)); // 9.6 s: after half of the reserve
        await Task.WhenAny(run, Task.Delay(500));
        Assert.True(run.IsCompleted, $"not given up with {ctx.RemainingTime} left");
    }

    [Fact]
    public async Task Deep_table_item_is_no_error_of_the_batch()
    {
        var value = """{"S":"x"}""";
        for (var i = 0; i < 31; i++) value = $$$"""{"M":{"a":{{{value}}}}}""";
        var seen = 0;
        var reply = await Run(Events.DynamoDb(new TableRecord("INSERT", """{"pk":{"S":"A"}}""") { NewImage = $$"""{"v":{{value}}}""" }, new TableRecord("INSERT", """{"pk":{"S":"B"}}""") { NewImage = """{"v":{"S":"x"}}""" }), (_, _) => { seen++; return default; });
        Assert.Equal(2, seen);
    }

    [Fact]
    public async Task Escaped_base64_in_kinesis()
    {
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"a\":\"~~~>>>\"}")); 
        var esc = data.Replace("+", "\\u002B").Replace("/", "\\/").Replace("=", "\\u003d");
        Assert.Contains("\\", esc);
        var reply = await Run(Events.Direct($$"""{"Records":[{"kinesis":{"partitionKey":"k","sequenceNumber":"7","data":"{{esc}}"},"eventSource":"aws:kinesis"}]}"""), (_, _) => default);
        Assert.Empty(reply.FailedIds());
    }

    [Fact]
    public async Task Escaped_base64_in_cloud_event()
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["specversion"] = "1.0", ["id"] = "1", ["source"] = "s", ["type"] = "t", ["data_base64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"a\":\"~~~>>>~\"}")) });
        Assert.Contains("\\u002B", body);
        var reply = await Run(Events.Sqs(body), (m, _) => { Assert.True(m.TryGetProperty("a", out var _)); return default; });
        Assert.Empty(reply.FailedIds());
    }

    [Fact]
    public async Task Direct_message_with_empty_records()
    {
        var seen = 0;
        await Run(Events.Direct("""{"Records":[],"order":"1"}"""), (_, _) => { seen++; return default; });
        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task Attributes_of_a_middle_envelope()
    {
        var ce = """{"specversion":"1.0","id":"1","source":"s","type":"t","data":{}}""";
        string? trace = null, own = null;
        await Run(Events.Sqs(Events.SnsEnvelope(ce, "m-1", new Dictionary<string, string> { ["traceparent"] = "tp", ["country"] = "DE" })), (_, c) => { trace = c.GetAttribute("traceparent"); own = c.GetAttribute("country"); return default; });
        Assert.Equal(("tp", "DE"), (trace, own));
    }

    [Fact]
    public async Task CloudEvent_in_a_bus_event()
    {
        var ce = """{"specversion":"1.0","id":"ce1","source":"s","type":"t","data":{"x":1}}""";
        string? direct = null, queued = null;
        await Run(Events.EventBridge("t", ce), (m, c) => { direct = m.GetRawText() + c.MessageId; return default; });
        await Run(Events.Sqs(Events.EventBridgeEnvelope("t", ce)), (m, c) => { queued = m.GetRawText() + c.MessageId; return default; });
        Assert.Equal(queued, direct);
    }

    [Fact]
    public async Task Key_of_two_part_table_key()
    {
        string? key = "?";
        await Run(Events.DynamoDb(new TableRecord("INSERT", """{"pk":{"S":"A"},"sk":{"S":"B"}}""") { NewImage = """{"v":{"S":"x"}}""" }), (_, c) => { key = c.Key; return default; });
        Assert.Null(key);
    }

    [Fact]
    public async Task Objects_of_one_event_have_ids_of_their_own()
    {
        var ids = new ConcurrentBag<string>();
        await Run(Events.S3("b", "k1", "k2"), (_, c) => { ids.Add(c.MessageId); return default; });
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public async Task IsNonRetryable_that_throws_loses_nothing()
    {
        var reply = await Run(Events.Sqs("""{"ok":1}""", """{"bad":1}"""), (m, _) => m.TryGetProperty("bad", out var _) ? throw new Exception() : default, new() { IsNonRetryable = e => e.InnerException!.Message == "x" });
        Assert.Equal(["1"], reply.FailedIds());
    }

    [Fact]
    public async Task Old_image_stream_of_a_modify()
    {
        string? got = null;
        var reply = await Run(Events.DynamoDb(new TableRecord("MODIFY", """{"pk":{"S":"A"}}""") { OldImage = """{"v":{"S":"stale"}}""" }), (m, c) => { got = m.GetRawText(); return default; });
        Assert.DoesNotContain("stale", got);
    }

    [Fact]
    public async Task Lone_surrogate_name_gives_the_one_clear_error()
    {
        await Assert.ThrowsAsync<UnknownEventException>(() => Run(Events.Direct("""{"\ud800abc":1}"""), (m, c) => default));
    }

    [Fact]
    public async Task Not_started_is_counted_and_logged()
    {
        var time = new FakeTimeProvider();
        long failed = 0;
        using var l = new System.Diagnostics.Metrics.MeterListener();
        l.InstrumentPublished = (i, x) => { if (i.Name == "patterns.records.failed") x.EnableMeasurementEvents(i); };
        l.SetMeasurementEventCallback<long>((i, v, t, s) => Interlocked.Add(ref failed, v));
        l.Start();
        var ctx = new FakeLambdaContext(TimeSpan.Zero, time);
        var reply = await Run(Events.Sqs("{}", "{}"), (_, _) => default, new() { Time = time }, ctx);
        Assert.Equal(2, reply.FailedIds().Count);
        Assert.True(failed >= 2 && ctx.Log.Lines.Count > 0, $"failed={failed} log={ctx.Log.Lines.Count}");
    }

    // outbound
    private sealed class Slow(Func<IReadOnlyList<Envelope>, CancellationToken, Task> on, DestinationLimits? limits = null) : IDestination
    {
        public string Name => "slow.fifo";
        public bool KeepsOrder => true; public DestinationLimits Limits { get; } = limits ?? new(10, 1_000_000, 1_000_000, 10);
        public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> e, CancellationToken t) { await on(e, t); return []; }
    }

    private static Envelope Msg(string id, string? key = null) => new() { Id = id, Body = "{}"u8.ToArray(), Key = key };

    [Fact]
    public async Task A_bad_envelope_does_not_fail_its_neighbours()
    {
        var gate = new TaskCompletionSource();
        var dest = new Slow(async (e, _) => { if (e[0].Id == "first") await gate.Task; });
        var writer = new SharedOutboundWriter(dest);
        var first = writer.TrySendAsync(Msg("first"), default);
        await Task.Delay(100);
        var good = writer.TrySendAsync(Msg("good"), default);
        var bad = writer.TrySendAsync(Msg("bad") with { Attributes = new Dictionary<string, string> { ["ce-id"] = "x" } }, default);
        gate.SetResult();
        Assert.Null(await first);
        Assert.Null(await good);
    }

    [Fact]
    public async Task A_bad_envelope_is_a_failure_of_its_own_in_a_writer()
    {
        var failures = await new OutboundWriter(new InMemoryDestination()).TrySendAsync([Msg("good"), Msg("bad") with { Attributes = new Dictionary<string, string> { ["ce-id"] = "x" } }], default);
        Assert.Single(failures);
    }

    [Fact]
    public async Task A_destination_that_ignores_its_token_blocks_nobody_forever()
    {
        var calls = 0;
        var dest = new Slow(async (e, _) => { if (Interlocked.Increment(ref calls) == 1) await new TaskCompletionSource().Task; });
        var writer = new SharedOutboundWriter(dest);
        using (var c = new CancellationTokenSource(200)) Assert.NotNull(await writer.TrySendAsync(Msg("1"), c.Token));
        using var d = new CancellationTokenSource(1500);
        Assert.Null(await writer.TrySendAsync(Msg("2"), d.Token));
    }

    [Fact]
    public async Task The_shared_writer_does_not_carry_the_first_callers_context()
    {
        var local = new AsyncLocal<string>();
        var seen = new ConcurrentDictionary<string, string?>();
        var gate = new TaskCompletionSource();
        var dest = new Slow(async (e, _) => { foreach (var x in e) seen[x.Id] = local.Value; if (e[0].Id == "a") await gate.Task; });
        var writer = new SharedOutboundWriter(dest);
        local.Value = "A";
        var a = writer.TrySendAsync(Msg("a"), default);
        await Task.Delay(100);
        local.Value = "B";
        var b = writer.TrySendAsync(Msg("b"), default);
        gate.SetResult();
        await Task.WhenAll(a, b);
        Assert.NotEqual("A", seen["b"]);
    }

    [Fact]
    public async Task Defaults_keep_the_order_of_a_fifo_destination()
    {
        var got = new ConcurrentQueue<string>();
        var dest = new Slow(async (e, _) => { await Task.Delay(e[0].Id == "0" ? 100 : 1); foreach (var x in e) got.Enqueue(x.Id); });
        await new OutboundWriter(dest).SendAsync([.. Enumerable.Range(0, 20).Select(n => Msg($"{n}", "k"))], default);
        Assert.Equal(Enumerable.Range(0, 20).Select(n => $"{n}"), got);
    }

    [Fact]
    public async Task Retrying_head_does_not_hold_others_back()
    {
        var dest = new InMemoryDestination { Refuse = e => e.Id == "stuck" ? new SendFailure(e, "Throttled", null, true) : null };
        var writer = new SharedOutboundWriter(dest);
        var stuck = writer.TrySendAsync(Msg("stuck"), default);
        await Task.Delay(30);
        var sw = System.Diagnostics.Stopwatch.StartNew();
        await writer.TrySendAsync(Msg("fine"), default);
        Assert.True(sw.ElapsedMilliseconds < 50, $"waited {sw.ElapsedMilliseconds} ms");
    }


}
