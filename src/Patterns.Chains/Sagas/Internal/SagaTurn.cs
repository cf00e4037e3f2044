using System.Diagnostics.CodeAnalysis;

namespace Patterns.Sagas.Internal;

/// <summary>Brings a saga one turn further: a step is done, undone, or given up.</summary>
internal sealed class SagaTurn<TState>(SagaDefinition<TState> definition, SagaStore store, SagaOptions options, RecordContext record)
    where TState : class
{
    private readonly SagaChanges<TState> _changes = new(definition);
    private readonly StepRunner<TState> _runner = new(definition, options.Time);

    /// <returns>The saga as it is then.</returns>
    /// <exception cref="SagaBusyException">Somebody else works on it.</exception>
    /// <exception cref="Exception">An attempt failed, and there is no time for the next one here: the message must come again.</exception>
    public async ValueTask<SagaHead> RunAsync(SagaHead head)
    {
        var step = definition.Find(head.Step!);
        while (true)
        {
            if (await GiveUpAsync(head, step).ConfigureAwait(false) is { } givenUp)
            {
                return await CommitAsync(head, givenUp).ConfigureAwait(false);
            }

            var begun = await CommitAsync(head, _changes.Begun(head, store.Now + options.Lease)).ConfigureAwait(false);
            var trial = await _runner.RunAsync(begun, step, record.CancellationToken).ConfigureAwait(false);
            var (next, failure) = trial.Failure is null
                ? await RecordAsync(begun, step, trial).ConfigureAwait(false)
                : (null, trial.Failure);
            if (next is not null)
            {
                return next;
            }

            if (Judge(begun, step, failure!) is { } judged)
            {
                return await CommitAsync(begun, judged).ConfigureAwait(false);
            }

            head = WithError(begun, step, failure!);
            await WaitAsync(head, step, failure!).ConfigureAwait(false);
        }
    }

    /// <summary>What becomes of a saga whose time or whose attempts are used up; null while it may be tried.</summary>
    private async ValueTask<SagaHead?> GiveUpAsync(SagaHead head, SagaStep<TState> step)
    {
        if (head.Phase == SagaPhase.Undoing)
        {
            return head.Attempts < step.Options.UndoMaxAttempts ? null : _changes.Stuck(head, head.Error ?? "Every attempt ended without a word.");
        }

        var isTimedOut = store.Now >= head.Deadline;
        if (!isTimedOut && head.Attempts < step.Options.MaxAttempts)
        {
            return null;
        }

        if (!isTimedOut && head.Attempts > 0 && await _runner.AskAtLastAsync(head, step, record.CancellationToken).ConfigureAwait(false) is { } found)
        {
            return _changes.Done(head, step, found);
        }

        var isInDoubt = head.Attempts > 0 && !step.Options.IsAtomic;
        return _changes.TurnedRound(head, isInDoubt, isTimedOut, isTimedOut ? "The saga's time is over." : head.Error ?? "Every attempt ended without a word.");
    }

    /// <summary>Records that the step is done or undone, together with what it enlisted.</summary>
    private async ValueTask<(SagaHead? Next, Exception? Failure)> RecordAsync(SagaHead begun, SagaStep<TState> step, StepTrial trial)
    {
        var isUndoing = begun.Phase == SagaPhase.Undoing;
        var next = isUndoing ? _changes.Undone(begun, trial.State!) : _changes.Done(begun, step, trial.State!);
        var (written, refused) = await store.ChangeAsync(begun, next, trial.Writes, record.GraceToken).ConfigureAwait(false);
        if (written is not null)
        {
            return (Told(begun, written), null);
        }

        return refused is null
            ? throw new SagaBusyException(begun.Id, options.Lease)
            : (null, Refused(step, refused.Key, isUndoing));
    }

    /// <summary>What becomes of the saga by a failure after which nothing is tried again; null when the step is tried again.</summary>
    private SagaHead? Judge(SagaHead begun, SagaStep<TState> step, Exception failure)
    {
        if (failure is OperationCanceledException && record.CancellationToken.IsCancellationRequested)
        {
            return null;
        }

        SagaLogging.AttemptFailed(record.Lambda.Logger, begun, failure);
        SagaMeter.CountFailed(definition.Name, step.Name);
        var error = ErrorOf(step, failure);
        if (begun.Phase == SagaPhase.Undoing)
        {
            return failure is NonRetryableException || begun.Attempts >= step.Options.UndoMaxAttempts ? _changes.Stuck(begun, error) : null;
        }

        return failure switch
        {
            SagaRefusalException => _changes.TurnedRound(begun, isInDoubt: false, isTimedOut: false, error),
            NonRetryableException => _changes.TurnedRound(begun, isInDoubt: !step.Options.IsAtomic, isTimedOut: false, error),
            _ when begun.Attempts >= step.Options.MaxAttempts && (step.Options.IsAtomic || step.Options.Ask is null) =>
                _changes.TurnedRound(begun, isInDoubt: !step.Options.IsAtomic, isTimedOut: false, error),
            _ => null,
        };
    }

    /// <summary>Waits for the next attempt; when there is no time to, gives the step back and has the message come again.</summary>
    private async ValueTask WaitAsync(SagaHead begun, SagaStep<TState> step, Exception failure)
    {
        var delay = DelayOf(begun, step.Options);
        if (!record.CancellationToken.IsCancellationRequested && delay + step.Options.Timeout < record.RemainingTime)
        {
            await Task.Delay(delay, options.Time, record.CancellationToken).ConfigureAwait(false);
            return;
        }

        await ReleaseAsync(begun).ConfigureAwait(false);
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    private async ValueTask ReleaseAsync(SagaHead begun)
    {
        try
        {
            await store.ChangeAsync(begun, _changes.Released(begun), [], record.GraceToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is Tables.TableException or OperationCanceledException)
        {
            SagaLogging.NotReleased(record.Lambda.Logger, begun, exception);
        }
    }

    private async ValueTask<SagaHead> CommitAsync(SagaHead before, SagaHead after)
    {
        var (written, _) = await store.ChangeAsync(before, after, [], record.CancellationToken).ConfigureAwait(false);
        return written is null ? throw new SagaBusyException(before.Id, options.Lease) : Told(before, written);
    }

    /// <summary>Logs and counts what a saga has come to.</summary>
    private SagaHead Told(SagaHead before, SagaHead after)
    {
        if (before.Phase == SagaPhase.Running && after.FailedStep is not null)
        {
            SagaLogging.TurnedRound(record.Lambda.Logger, after);
        }

        if (after.Phase == SagaPhase.Stuck)
        {
            SagaLogging.Stuck(record.Lambda.Logger, after);
        }
        else if (after.Phase == SagaPhase.Ended)
        {
            SagaLogging.Ended(record.Lambda.Logger, after);
        }

        if (after is { IsOver: true, Outcome: { } outcome })
        {
            SagaMeter.CountEnded(definition.Name, outcome);
        }

        return after;
    }

    /// <summary>Remembers why the last attempt failed, should there be none after it. What a saga turned round for stays.</summary>
    private static SagaHead WithError(SagaHead begun, SagaStep<TState> step, Exception failure) =>
        begun.Phase == SagaPhase.Running ? begun with { Error = ErrorOf(step, failure) } : begun;

    private static string ErrorOf(SagaStep<TState> step, Exception failure) => FailureAttributes.Clean($"{step.Name}: {failure.Message}");

    /// <summary>Only of a step that does nothing but what it enlists is it certain that it has not happened.</summary>
    private static NonRetryableException Refused(SagaStep<TState> step, Tables.TableKey key, bool isUndoing)
    {
        var message = $"The condition of the write of {key}, enlisted by {(isUndoing ? "the undoing of " : "")}step '{step.Name}', did not hold.";
        return step.Options.IsAtomic && !isUndoing ? new SagaRefusalException(message) : new NonRetryableException(message);
    }

    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    private static TimeSpan DelayOf(SagaHead begun, SagaStepOptions<TState> step)
    {
        var bound = step.FirstDelay * Math.Pow(2, Math.Min(begun.Attempts - 1, 20));
        return (bound < step.MaxDelay ? bound : step.MaxDelay) * Random.Shared.NextDouble();
    }
}
