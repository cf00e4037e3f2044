using System.Text;
using Patterns.StreamTransform.Tests.Transforms;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

/// <summary>Results that their destination does not take, however often they are sent.</summary>
public sealed class KeyedRefusalTests
{
    private readonly KeyedRig _rig = new();

    public KeyedRefusalTests()
    {
        _rig.Handling = new RecordHandlerOptions { FailureDestination = _rig.Poison, MaxParallelism = 1, Time = _rig.Time };
        _rig.Results.Refuse = envelope => Text(envelope).Contains("\"bad", StringComparison.Ordinal) ? new SendFailure(envelope, "InvalidBody", "no", IsRetryable: false) : null;
    }

    [Fact]
    public async Task A_result_that_is_refused_for_good_goes_to_the_failure_destination_and_holds_nothing()
    {
        using var counts = new CountedDrops();
        _rig.Put("a", "bad", 0);

        // The sink keeps the order of a key: what is behind the refused one waits for it.
        await _rig.RunAsync("b 1", "a 30", "a 60", "b 61", "a 90");

        Assert.Equal(["b 1-11: 1", "a 30-40: 30", "a 60-70: 60", "b 61-71: 61"], _rig.Seen);
        var letter = Assert.Single(_rig.Poison.Received);
        Assert.Equal("""{"user":"a","start":0,"end":10,"ids":["bad"],"isLate":false}""", Text(letter));
        Assert.Equal(("window.closed", "a", "CollectSessions"), (letter.Type, letter.Key, letter.Source));
        Assert.Equal("HandlerFailed", letter.Attributes[FailureAttributes.Reason]);
        Assert.Equal(nameof(SendFailedException), letter.Attributes[FailureAttributes.ExceptionType]);
        Assert.Equal($"1 messages could not be sent to results: {letter.Id} (InvalidBody: no)", letter.Attributes[FailureAttributes.Message]);
        Assert.Equal(1, counts["windows.diverted"]);
        Assert.All(_rig.Table.Items, item => Assert.Null(item["outbox"]));
    }

    [Fact]
    public async Task What_the_sweep_cannot_send_goes_to_the_failure_destination_too_and_is_logged()
    {
        _rig.Put("a", "bad", 0);
        await _rig.RunAsync("b 1");
        _rig.Time.Advance(TimeSpan.FromHours(1));
        var context = _rig.Context();

        await _rig.Sessions().SweepHandler(Stream.Null, context);

        Assert.Equal(["b 1-11: 1"], _rig.Seen);
        var letter = Assert.Single(_rig.Poison.Received);
        var line = Assert.Single(context.Log.Lines);
        Assert.StartsWith("Error: {Handler} sent the result {Result} of key {Key} to the failure destination, since {Destination} does not take it.", line);
        Assert.Contains(letter.Id, line);
        _rig.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await _rig.Sessions().SweepAsync(default));
        Assert.All(_rig.Table.Items, item => Assert.NotNull(item.ExpiresAt));
    }

    [Fact]
    public async Task A_result_that_is_larger_than_the_destination_takes_goes_to_the_failure_destination()
    {
        var small = new InMemoryDestination("small", new DestinationLimits(10, 1_000, 1_000, 10)) { KeepsOrder = true };
        _rig.Invoke = payload => _rig.Sessions(results: small).FunctionHandler(payload, _rig.Context());
        _rig.Put("a", new string('x', 2_000), 0);

        await _rig.RunAsync("a 30", "a 60");

        Assert.Equal(["a 30-40: 30"], ClickJson.Read(small).Select(KeyedRig.Text));
        Assert.Contains("(EntryTooLarge: ", Assert.Single(_rig.Poison.Received).Attributes[FailureAttributes.Message]);
    }

    [Fact]
    public async Task A_refused_result_stays_with_its_key_as_long_as_the_failure_destination_does_not_take_it()
    {
        var down = true;
        _rig.Poison.Refuse = envelope => down ? new SendFailure(envelope, "Throttled", null, IsRetryable: true) : null;
        _rig.Put("a", "bad", 0);
        _rig.Put("a 30", "b 1", "b 61");
        await _rig.Mapping.StepAsync();
        Assert.Equal(["b 1-11: 1"], _rig.Seen);
        down = false;

        await _rig.RunAsync("a 60");

        Assert.Single(_rig.Poison.Received);
        Assert.Contains("a 30-40: 30", _rig.Seen);
    }

    [Fact]
    public async Task Without_a_failure_destination_a_refused_result_holds_its_key_and_no_other()
    {
        _rig.Handling = new RecordHandlerOptions { MaxParallelism = 1, Time = _rig.Time };
        _rig.Put("a", "bad", 0);
        _rig.Put("b 1", "b 61", "a 30");
        await _rig.Mapping.StepAsync();
        await _rig.Mapping.StepAsync();
        Assert.Equal(["b 1-11: 1"], _rig.Seen);

        _rig.Time.Advance(TimeSpan.FromHours(2));
        var error = await Assert.ThrowsAsync<WindowSweepException>(() => _rig.Sessions().SweepAsync(default));

        Assert.Equal(["a"], error.Keys);
        _rig.Results.Refuse = _ => null;
        await _rig.Mapping.RunAsync();
        Assert.Equal(["b 1-11: 1", "b 61-71: 61", "a 0-10: bad"], _rig.Seen.Take(3));
    }

    [Fact]
    public async Task A_destination_that_is_not_there_is_waited_for()
    {
        var isThere = false;
        _rig.Results.Refuse = _ => isThere ? null : throw new DestinationException("There is no such queue.", isRetryable: false);
        _rig.Put("a 0", "a 30");
        await _rig.Mapping.StepAsync();
        Assert.Empty(_rig.Poison.Received);
        isThere = true;

        await _rig.Mapping.RunAsync();

        Assert.Equal(["a 0-10: 0"], _rig.Seen);
    }

    [Fact]
    public async Task Results_of_two_streams_with_the_same_key_start_and_number_have_ids_of_their_own()
    {
        var other = new FakeStream("refunds", shards: 1, _rig.Time);
        var others = new FakeStreamMapping(other, payload => _rig.Sessions().FunctionHandler(payload, _rig.Context()));
        other.Put("a", ClickJson.Text(new Click("a", "r", 0)));
        await others.RunAsync();
        await _rig.RunAsync("a 0");
        _rig.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(2, await _rig.Sessions().SweepAsync(default));

        Assert.Equal(["a 0-10: 0", "a 0-10: r"], _rig.Seen.Order(StringComparer.Ordinal));
        Assert.Equal(["orders/a/20260102T000000.0000000Z/", "refunds/a/20260102T000000.0000000Z/"], _rig.Results.Received.Select(result => result.Id[..(result.Id.LastIndexOf('/') + 1)]).Order(StringComparer.Ordinal));
    }

    private static string Text(Envelope envelope) => Encoding.UTF8.GetString(envelope.Body.Span);
}
