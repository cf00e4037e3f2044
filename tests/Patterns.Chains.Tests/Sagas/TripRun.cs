using System.Text;
using System.Text.Json;
using Patterns.Sagas;
using Patterns.TwoWayChain;

namespace Patterns.Chains.Tests.Sagas;

/// <summary>Starts a saga and delivers its messages until it has ended, whatever dies on the way; then checks what must hold.</summary>
internal sealed class TripRun(TripRig rig, string sagaId = "t1")
{
    private const int MostRounds = 120;
    private readonly List<(Envelope Envelope, string Copy, int ReceiveCount)> _waiting = [];
    private int _seen;

    /// <summary>Whether every message is delivered twice.</summary>
    public bool Duplicates { get; init; }

    public async Task StartAsync(IStepGate? gate = null)
    {
        try
        {
            await rig.Log(gate).StartAsync(sagaId, new Trip("Ada"), CancellationToken.None);
        }
        catch (Exception) when (gate is not null)
        {
            await rig.Log().StartAsync(sagaId, new Trip("Ada"), CancellationToken.None);
        }
    }

    /// <summary>Goes on until the saga is answered and no message is left.</summary>
    /// <param name="gateOf">The gate of the process that gets the next message; null for one that lives.</param>
    public async Task FinishAsync(Func<IStepGate?>? gateOf = null)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            TakeNew();
            if (_waiting.Count == 0)
            {
                if (await rig.Log().FindAsync(sagaId, CancellationToken.None) is { IsAnswered: true, Phase: SagaPhase.Ended or SagaPhase.Stuck })
                {
                    return;
                }

                rig.Time.Advance(TripRig.OrphanAfter);
                await SweepAsync(gateOf?.Invoke());
                continue;
            }

            if (!await DeliverAsync(gateOf?.Invoke()))
            {
                // What is busy is free by the time at which the queue delivers again.
                rig.Time.Advance(TimeSpan.FromMinutes(1));
            }
        }

        Assert.Fail("The saga does not come to its end.");
    }

    /// <summary>The laws of the end.</summary>
    public async Task<SagaStatus<Trip>> CheckAsync()
    {
        var status = await rig.Log().FindAsync(sagaId, CancellationToken.None);
        Assert.NotNull(status);
        Assert.Equal(SagaPhase.Ended, status.Phase);
        Assert.Equal(status.Outcome == SagaOutcome.Succeeded ? TripRig.Steps : [], rig.Effects(sagaId));
        Assert.All(TripRig.Steps.Where(TripRig.IsRow), step => Assert.InRange(rig.CountOf(step), 0, 1));
        CheckAnswers(status);
        CheckOrder();
        return status;
    }

    /// <summary>All answers are the same one.</summary>
    public void CheckAnswers(SagaStatus<Trip> status)
    {
        Assert.NotEmpty(rig.Answers.Received);
        Assert.Single(rig.Answers.Received.Select(answer => $"{answer.Id} {Encoding.UTF8.GetString(answer.Body.Span)} {string.Join(";", answer.Attributes.OrderBy(pair => pair.Key))}").Distinct());
        var first = rig.Answers.Received[0];
        Assert.Equal(sagaId, first.CorrelationId);
        Assert.Equal(status.Answer.ToString(), first.Attributes[ReplyAttributes.Outcome]);
        Assert.NotNull(JsonSerializer.Deserialize(first.Body.Span, TripJson.Default.Trip));
    }

    /// <summary>Steps take effect in their order, and are undone in the reverse one, after which none takes effect.</summary>
    private void CheckOrder()
    {
        var steps = rig.Agency.Calls.Select(call => call.Split(' ', '/')).Select(parts => (Action: parts[0], Step: Array.IndexOf(TripRig.Steps, parts[2]))).ToList();
        var booked = steps.TakeWhile(step => step.Action == "book").Select(step => step.Step).ToList();
        var cancelled = steps.SkipWhile(step => step.Action == "book").ToList();
        Assert.Equal(booked.Order(), booked);
        Assert.All(cancelled, step => Assert.Equal("cancel", step.Action));
        Assert.Equal(cancelled.Select(step => step.Step).OrderDescending(), cancelled.Select(step => step.Step));
    }

    private void TakeNew()
    {
        var received = rig.Queue.Received;
        for (; _seen < received.Count; _seen++)
        {
            _waiting.Add((received[_seen], "", 1));
            if (Duplicates)
            {
                _waiting.Add((received[_seen], "-copy", 1));
            }
        }
    }

    private async Task<bool> DeliverAsync(IStepGate? gate)
    {
        var message = _waiting[0];
        _waiting.RemoveAt(0);
        var isHandled = await TripRig.DeliverAsync(rig.Process(gate), message.Envelope, message.Copy, message.ReceiveCount);
        if (!isHandled)
        {
            _waiting.Add(message with { ReceiveCount = message.ReceiveCount + 1 });
        }

        return isHandled;
    }

    private async Task SweepAsync(IStepGate? gate)
    {
        try
        {
            await rig.SweepAsync(gate);
        }
        catch (Exception) when (gate is not null)
        {
            // The next sweep goes on.
        }
    }
}
