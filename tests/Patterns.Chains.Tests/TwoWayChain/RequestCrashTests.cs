using Patterns.TwoWayChain;

namespace Patterns.Chains.Tests.TwoWayChain;

/// <summary>The process dies at every single step, messages come twice, and time runs out before, between and after.</summary>
public sealed class RequestCrashTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_crash_at_any_step_leaves_exactly_one_end_and_what_is_enlisted_done_once(int timeOutBefore)
    {
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            var gate = new KillAtStep(steps);
            var rig = new OracleRig { Timeout = TimeSpan.FromMinutes(2) };
            await RunAsync(rig, gate, timeOutBefore);
            await CheckAsync(rig, isLate: timeOutBefore == 1, isExpired: timeOutBefore == 0);
            hasKilled = gate.HasKilled;
        }

        Assert.True(steps > 10);
    }

    private static async Task RunAsync(OracleRig rig, KillAtStep gate, int timeOutBefore)
    {
        await TryAsync(gate, async alive => await rig.Log(alive).SendAsync("r1", new Question("life"), CancellationToken.None));
        LetTimePass(rig, timeOutBefore == 0);
        await DeliverAllAsync(rig.Requests, gate, alive => rig.Oracle(alive), rig);
        LetTimePass(rig, timeOutBefore == 1);
        await DeliverAllAsync(rig.Replies, gate, alive => rig.Collector(alive), rig);
        LetTimePass(rig, timeOutBefore == 2);
        await TryAsync(gate, rig.SweepAsync);
        await rig.SweepAsync();
    }

    private static async Task CheckAsync(OracleRig rig, bool isLate, bool isExpired)
    {
        var status = await rig.Log().FindAsync("r1", CancellationToken.None);
        var expected = isLate || isExpired ? RequestState.TimedOut : RequestState.Succeeded;
        Assert.Equal(expected, status!.State);
        Assert.Equal(isExpired ? 0 : 1, rig.Worked);
        Assert.Equal(isLate || isExpired, status.Late is not null);
        Assert.NotEmpty(rig.Delivered);
        Assert.Single(rig.Delivered.Select(end => (end.State, end.Reply)).Distinct());
        Assert.Equal(expected, rig.Delivered[0].State);
        Assert.Single(rig.Replies.Received.Select(reply => Convert.ToHexString(reply.Body.Span)).Distinct());
    }

    /// <summary>Delivers each message twice, and again until it is handled.</summary>
    private static async Task DeliverAllAsync<TMessage>(InMemoryDestination queue, KillAtStep gate, Func<IStepGate?, RecordHandler<TMessage>> process, OracleRig rig)
    {
        foreach (var envelope in queue.Received)
        {
            for (var handled = 0; handled < 2;)
            {
                var isHandled = await OracleRig.DeliverAsync(process(gate.HasKilled ? null : gate), envelope);
                handled += isHandled ? 1 : 0;
                if (!isHandled)
                {
                    // The dead one's lease runs out; the request's own time does not.
                    rig.Time.Advance(TimeSpan.FromSeconds(20));
                }
            }
        }
    }

    private static async Task TryAsync(KillAtStep gate, Func<IStepGate?, Task> action)
    {
        try
        {
            await action(gate.HasKilled ? null : gate);
        }
        catch (Exception) when (gate.HasKilled)
        {
            await action(null);
        }
    }

    private static void LetTimePass(OracleRig rig, bool isOver) => rig.Time.Advance(isOver ? TimeSpan.FromMinutes(3) : TimeSpan.Zero);
}
