using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Patterns.Idempotency;
using Patterns.Outbound;
using Patterns.TwoWayChain.Internal;

namespace Patterns.Sagas.Internal;

/// <summary>Runs one task of a state machine: a step, its undoing, or the answer.</summary>
internal sealed class SagaTaskRunner<TState>(SagaDefinition<TState> definition, SagaTaskOptions options)
    where TState : class
{
    private readonly IdempotentCall _call = new(options.Table, OptionsOf(definition, options, checksPayload: true), options.Time);

    // Looks at a step from a later point of the saga, with another state.
    private readonly IdempotentCall _look = new(options.Table, OptionsOf(definition, options, checksPayload: false), options.Time);

    public async ValueTask<byte[]> RunAsync(JsonElement payload, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        var saga = new SagaTaskDocument(payload.GetProperty("saga"));
        var action = payload.GetProperty("action").GetString();
        var attempt = payload.TryGetProperty("retries", out var retries) ? retries.GetInt32() + 1 : 1;
        if (action == SagaTaskActions.Answer)
        {
            await AnswerAsync(saga, payload.GetProperty("outcome").GetString()!, attempt, logger, cancellationToken).ConfigureAwait(false);
            return saga.WithState(saga.State);
        }

        var step = definition.Find(payload.GetProperty("step").GetString()!);
        return action switch
        {
            SagaTaskActions.Settle => saga.WithState(await SettleAsync(saga, step, cancellationToken).ConfigureAwait(false), forgetsFailure: true),
            SagaTaskActions.Undo => saga.WithState(await UndoAsync(saga, step, attempt, cancellationToken).ConfigureAwait(false)),
            _ => saga.WithState(await StepAsync(saga, step, isUndo: false, attempt, cancellationToken).ConfigureAwait(false)),
        };
    }

    private static IdempotencyOptions OptionsOf(SagaDefinition<TState> definition, SagaTaskOptions options, bool checksPayload)
    {
        var given = options.Idempotency ?? SagaTaskOptions.DefaultIdempotency(definition.Name);
        return checksPayload ? given : new IdempotencyOptions { Scope = given.Scope, Retention = given.Retention, Lease = given.Lease, ChecksPayload = false };
    }

    private static string KeyOf(SagaTaskDocument saga, SagaStep<TState> step, string action) => $"{saga.SagaId}/{step.Name}/{action}";

    /// <summary>The state that the step came to. When it has not happened, it never will.</summary>
    /// <exception cref="SagaWithdrawnException">It has not.</exception>
    private async ValueTask<string> SettleAsync(SagaTaskDocument saga, SagaStep<TState> step, CancellationToken cancellationToken) =>
        await WithdrawAsync(saga, step, cancellationToken).ConfigureAwait(false) ?? throw new SagaWithdrawnException(saga.SagaId, step.Name);

    /// <summary>Has attempts that are still on their way refused, with all that they enlist. The step's state; null when it has not happened.</summary>
    private async ValueTask<string?> WithdrawAsync(SagaTaskDocument saga, SagaStep<TState> step, CancellationToken cancellationToken)
    {
        var found = await _look.RunAsync(
            KeyOf(saga, step, SagaTaskActions.Run),
            ReadOnlyMemory<byte>.Empty,
            StepRecordJson.Default.StepRecord,
            static _ => new(StepRecord.Withdrawn),
            cancellationToken).ConfigureAwait(false);
        return found.Value.State?.GetRawText();
    }

    private async ValueTask<string> UndoAsync(SagaTaskDocument saga, SagaStep<TState> step, int attempt, CancellationToken cancellationToken)
    {
        await WithdrawAsync(saga, step, cancellationToken).ConfigureAwait(false);
        return await StepAsync(saga, step, isUndo: true, attempt, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<string> StepAsync(SagaTaskDocument saga, SagaStep<TState> step, bool isUndo, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _call.RunAsync(
                KeyOf(saga, step, isUndo ? SagaTaskActions.Undo : SagaTaskActions.Run),
                Encoding.UTF8.GetBytes(saga.State),
                StepRecordJson.Default.StepRecord,
                call => AttemptAsync(saga, step, isUndo, attempt, call),
                cancellationToken).ConfigureAwait(false);
            return result.Value.State?.GetRawText() ?? throw new SagaWithdrawnException(saga.SagaId, step.Name);
        }
        catch (EnlistedWriteRefusedException refused) when (!isUndo && step.Options.IsAtomic)
        {
            throw new SagaRefusalException(refused.Message, refused);
        }
        catch (EnlistedWriteRefusedException refused)
        {
            throw new SagaStepFailedException(refused);
        }
        catch (NonRetryableException failure) when (failure is not (SagaRefusalException or SagaDeadlineException or SagaOverdueException))
        {
            throw new SagaStepFailedException(failure);
        }
    }

    /// <summary>One attempt, within its time. Waiting for one before it is none.</summary>
    private async ValueTask<StepRecord> AttemptAsync(SagaTaskDocument saga, SagaStep<TState> step, bool isUndo, int attempt, IdempotentCallContext call)
    {
        using var limit = new CancellationTokenSource(step.Options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, call.CancellationToken);
        SagaStepContext ContextOf(Action<Tables.TableWrite>? enlist) => new(saga.SagaId, step.Name, isUndo, attempt, enlist, either.Token);
        var state = definition.Read(saga.State);
        if (isUndo)
        {
            return StepRecord.Of(definition.Write(await step.Undo!(state, ContextOf(call.Enlist)).ConfigureAwait(false), step));
        }

        if (step.Options.Ask is { } ask && attempt > 1 && await ask(state, ContextOf(enlist: null)).ConfigureAwait(false) is { } found)
        {
            return StepRecord.Of(definition.Write(found, step));
        }

        // An attempt before this one may have happened; a step that was never begun has not.
        return options.Time.GetUtcNow() >= saga.Deadline
            ? throw (attempt > 1 ? new SagaOverdueException(saga.SagaId, step.Name) : new SagaDeadlineException(saga.SagaId, step.Name))
            : StepRecord.Of(definition.Write(await step.Run(state, ContextOf(call.Enlist)).ConfigureAwait(false), step));
    }

    private async ValueTask AnswerAsync(SagaTaskDocument saga, string outcome, int attempt, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        if (attempt == 1)
        {
            SagaMeter.CountEnded(definition.Name, Enum.Parse<SagaOutcome>(outcome));
        }

        if (outcome == nameof(SagaOutcome.Stuck))
        {
            SagaLogging.StuckTask(logger, saga.SagaId);
        }

        var destination = saga.ReplyTo is not { } replyTo
            ? options.Answers
            : options.ReplyTo?.Invoke(replyTo) ?? throw new SagaStepFailedException(new NonRetryableException("The reply-to of a saga is no destination that answers may go to."));
        if (destination is not null)
        {
            var answer = ReplyEnvelope.Of(saga.CorrelationId, outcome, Encoding.UTF8.GetBytes(saga.State), saga.Error, options.Type, options.Source);
            await new OutboundWriter(destination, options.Outbound).SendAsync([answer], cancellationToken).ConfigureAwait(false);
        }
    }
}
