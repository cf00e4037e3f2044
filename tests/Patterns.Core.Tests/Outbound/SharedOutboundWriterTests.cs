using System.Collections.Concurrent;
using Patterns.Outbound;

namespace Patterns.Core.Tests.Outbound;

public sealed class SharedOutboundWriterTests
{
    private readonly TaskCompletionSource _firstArrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _firstMayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Messages_that_come_while_a_request_is_under_way_share_the_next_one()
    {
        var requests = new ConcurrentQueue<int>();
        var writer = Writer(envelopes => requests.Enqueue(envelopes.Count));

        var first = writer.TrySendAsync(Message("first"), default);
        await _firstArrived.Task;
        var others = Enumerable.Range(0, 5).Select(n => writer.TrySendAsync(Message($"{n}"), default)).ToArray();
        _firstMayEnd.SetResult();

        Assert.All(await Task.WhenAll([first, .. others]), Assert.Null);
        Assert.Equal([1, 5], requests);
    }

    [Fact]
    public async Task An_envelope_that_cannot_be_written_does_not_fail_those_that_share_its_request()
    {
        var writer = Writer();
        var invalid = Message("bad") with { Attributes = new Dictionary<string, string> { ["ce-id"] = "x" } };

        var first = writer.TrySendAsync(Message("first"), default);
        await _firstArrived.Task;
        var good = writer.TrySendAsync(Message("good"), default);
        var bad = writer.TrySendAsync(invalid, default);
        _firstMayEnd.SetResult();

        Assert.Null(await first);
        Assert.Null(await good);
        Assert.Equal(SendFailureCodes.InvalidEnvelope, (await bad)?.Code);
    }

    [Fact]
    public async Task A_destination_that_never_answers_holds_nobody_after_the_deadline()
    {
        using var deadline = new CancellationTokenSource();
        var writer = Writer();

        var first = writer.TrySendAsync(Message("first"), deadline.Token);
        await _firstArrived.Task;
        deadline.Cancel();

        Assert.Equal(SendFailureCodes.Deadline, (await first)?.Code);
        Assert.Null(await writer.TrySendAsync(Message("second"), default));
    }

    [Fact]
    public async Task A_request_does_not_run_in_the_context_of_the_caller_who_came_first()
    {
        var caller = new AsyncLocal<string?>();
        var seen = new ConcurrentQueue<string?>();
        var writer = Writer(_ => seen.Enqueue(caller.Value));

        caller.Value = "A";
        var first = writer.TrySendAsync(Message("first"), default);
        await _firstArrived.Task;
        caller.Value = "B";
        var second = writer.TrySendAsync(Message("second"), default);
        _firstMayEnd.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal([null, null], seen);
    }

    [Fact]
    public async Task A_message_that_waits_for_its_next_attempt_does_not_hold_back_others()
    {
        var time = new FakeTimeProvider();
        var hour = TimeSpan.FromHours(1);
        var destination = new InMemoryDestination
        {
            Refuse = envelope => envelope.Id == "stuck" ? new SendFailure(envelope, "Throttled", null, IsRetryable: true) : null,
        };
        var writer = new SharedOutboundWriter(destination, new OutboundOptions { Time = time, FirstDelay = hour, MaxDelay = hour });
        using var deadline = new CancellationTokenSource();

        var stuck = writer.TrySendAsync(Message("stuck"), deadline.Token);
        while (time.Timers.Count == 0)
        {
            await Task.Yield();
        }

        var fine = await writer.TrySendAsync(Message("fine"), default);

        Assert.Null(fine);
        Assert.False(stuck.IsCompleted);
        deadline.Cancel();
        Assert.NotNull(await stuck);
    }

    private static Envelope Message(string id) => new() { Id = id, Body = "{}"u8.ToArray() };

    /// <summary>A writer whose destination holds the message <c>first</c> until it may end.</summary>
    private SharedOutboundWriter Writer(Action<IReadOnlyList<Envelope>>? see = null) => new(new ScriptedDestination(async envelopes =>
    {
        see?.Invoke(envelopes);
        if (envelopes[0].Id == "first")
        {
            _firstArrived.SetResult();
            await _firstMayEnd.Task;
        }
    }));
}
