namespace Patterns.Sagas.Internal;

/// <summary>What a saga becomes by what has happened. Nothing here is written or run.</summary>
internal sealed class SagaChanges<TState>(SagaDefinition<TState> definition)
    where TState : class
{
    public SagaHead Begun(SagaHead head, DateTimeOffset leaseUntil) => head with { Attempts = head.Attempts + 1, LeaseUntil = leaseUntil };

    public SagaHead Released(SagaHead head) => head with { LeaseUntil = null };

    /// <summary>The current step is done.</summary>
    public SagaHead Done(SagaHead head, SagaStep<TState> step, string state)
    {
        var next = Turned(head) with { State = state, Done = [.. head.Done, step.Name], Step = definition.After(step)?.Name, Error = null };
        return next.Step is null ? Ended(next, SagaOutcome.Succeeded) : next;
    }

    /// <summary>The saga turns round at the current step.</summary>
    /// <param name="head">The saga.</param>
    /// <param name="isInDoubt">Whether the step may have happened all the same, so that it must be undone, too.</param>
    /// <param name="isTimedOut">Whether time is over.</param>
    /// <param name="error">What went wrong.</param>
    public SagaHead TurnedRound(SagaHead head, bool isInDoubt, bool isTimedOut, string error) => ToUndo(Turned(head) with
    {
        Phase = SagaPhase.Undoing,
        Done = isInDoubt ? [.. head.Done, head.Step!] : head.Done,
        FailedStep = head.Step,
        IsTimedOut = isTimedOut,
        Error = error,
    });

    /// <summary>The last step is undone.</summary>
    public SagaHead Undone(SagaHead head, string state) => ToUndo(Turned(head) with { State = state, Done = [.. head.Done.SkipLast(1)] });

    public SagaHead Stuck(SagaHead head, string error) => Answered(
        Turned(head) with { Phase = SagaPhase.Stuck, Outcome = SagaOutcome.Stuck, Step = head.Step, AnswerState = head.State, Error = error });

    public SagaHead Resumed(SagaHead head) => Turned(head) with { Phase = SagaPhase.Undoing, Outcome = null };

    private static SagaHead Turned(SagaHead head) => head with { Turn = head.Turn + 1, Attempts = 0, LeaseUntil = null };

    /// <summary>The last of the steps that are done and can be undone is next; the end when there is none.</summary>
    private SagaHead ToUndo(SagaHead head)
    {
        var done = head.Done.ToList();
        while (done.Count > 0 && !definition.Find(done[^1]).CanBeUndone)
        {
            done.RemoveAt(done.Count - 1);
        }

        var next = head with { Done = done, Step = done.LastOrDefault() };
        return next.Step is null ? Ended(next, head.IsTimedOut ? SagaOutcome.TimedOut : SagaOutcome.Compensated) : next;
    }

    private static SagaHead Ended(SagaHead head, SagaOutcome outcome) => Answered(head with { Phase = SagaPhase.Ended, Outcome = outcome });

    /// <summary>The first outcome is the answer, and stays it.</summary>
    private static SagaHead Answered(SagaHead head) => head.Answer is null
        ? head with { Answer = head.Outcome, AnswerError = head.Error }
        : head;
}
