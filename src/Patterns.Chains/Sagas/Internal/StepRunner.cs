using Patterns.Tables;

namespace Patterns.Sagas.Internal;

/// <summary>Makes one attempt at doing or undoing a step, within its time.</summary>
internal sealed class StepRunner<TState>(SagaDefinition<TState> definition, TimeProvider time)
    where TState : class
{
    /// <summary>Makes the attempt. What the step throws is in the result.</summary>
    public async ValueTask<StepTrial> RunAsync(SagaHead head, SagaStep<TState> step, CancellationToken cancellationToken)
    {
        var writes = new List<TableWrite>();
        using var limit = new CancellationTokenSource(step.Options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var context = ContextOf(head, step, writes.Add, either.Token);
        try
        {
            var state = definition.Read(head.State);
            var next = await AskAsync(head, step, state, either.Token).ConfigureAwait(false);
            next ??= await (head.Phase == SagaPhase.Undoing ? step.Undo! : step.Run)(state, context).ConfigureAwait(false);
            return new StepTrial(definition.Write(next, step), writes, Failure: null);
        }
        catch (OperationCanceledException cancelled) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new StepTrial(null, [], new TimeoutException($"Step '{step.Name}' did not end within {step.Options.Timeout}.", cancelled));
        }
        catch (Exception failure)
        {
            return new StepTrial(null, [], failure);
        }
    }

    /// <summary>Whether an earlier attempt has succeeded: what it found out, or null. What the question throws is null, too.</summary>
    public async ValueTask<string?> AskAtLastAsync(SagaHead head, SagaStep<TState> step, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(step.Options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var found = await AskAsync(head with { Attempts = head.Attempts + 1 }, step, definition.Read(head.State), either.Token).ConfigureAwait(false);
            return found is null ? null : definition.Write(found, step);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // In doubt it stays, and the step is undone.
            return null;
        }
    }

    private static async ValueTask<TState?> AskAsync(SagaHead head, SagaStep<TState> step, TState state, CancellationToken cancellationToken) =>
        step.Options.Ask is { } ask && head.Attempts > 1 && head.Phase == SagaPhase.Running
            ? await ask(state, ContextOf(head, step, enlist: null, cancellationToken)).ConfigureAwait(false)
            : null;

    private static SagaStepContext ContextOf(SagaHead head, SagaStep<TState> step, Action<TableWrite>? enlist, CancellationToken cancellationToken) =>
        new(head.Id, step.Name, head.Phase == SagaPhase.Undoing, head.Attempts, enlist, cancellationToken);
}
