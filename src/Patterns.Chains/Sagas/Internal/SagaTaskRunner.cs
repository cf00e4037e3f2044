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
    private readonly IdempotentCall _call = new(options.Table, options.Idempotency ?? SagaTaskOptions.DefaultIdempotency(definition.Name), options.Time);

    public async ValueTask<byte[]> RunAsync(JsonElement payload, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        var saga = new SagaTaskDocument(payload.GetProperty("saga"));
        var action = payload.GetProperty("action").GetString();
        if (action == SagaTaskActions.Answer)
        {
            await AnswerAsync(saga, payload.GetProperty("outcome").GetString()!, logger, cancellationToken).ConfigureAwait(false);
            return saga.WithState(saga.State);
        }

        var step = definition.Find(payload.GetProperty("step").GetString()!);
        var attempt = payload.TryGetProperty("retries", out var retries) ? retries.GetInt32() + 1 : 1;
        var state = await StepAsync(saga, step, action == SagaTaskActions.Undo, attempt, cancellationToken).ConfigureAwait(false);
        return saga.WithState(state);
    }

    private async ValueTask<string> StepAsync(SagaTaskDocument saga, SagaStep<TState> step, bool isUndo, int attempt, CancellationToken cancellationToken)
    {
        var key = $"{saga.SagaId}/{step.Name}/{(isUndo ? SagaTaskActions.Undo : SagaTaskActions.Run)}";
        using var limit = new CancellationTokenSource(step.Options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var result = await _call.RunAsync(
                key,
                Encoding.UTF8.GetBytes(saga.State),
                definition.Json,
                call => StepAsync(saga, step, isUndo, attempt, call),
                either.Token).ConfigureAwait(false);
            return definition.Write(result.Value);
        }
        catch (EnlistedWriteRefusedException refused) when (!isUndo)
        {
            throw new SagaRefusalException(refused.Message, refused);
        }
        catch (NonRetryableException failure) when (failure is not (SagaRefusalException or SagaDeadlineException or SagaOverdueException))
        {
            throw new SagaStepFailedException(failure);
        }
    }

    private async ValueTask<TState> StepAsync(SagaTaskDocument saga, SagaStep<TState> step, bool isUndo, int attempt, IdempotentCallContext call)
    {
        var state = definition.Read(saga.State);
        SagaStepContext ContextOf(Action<Tables.TableWrite>? enlist) => new(saga.SagaId, step.Name, isUndo, attempt, enlist, call.CancellationToken);
        if (isUndo)
        {
            return await step.Undo!(state, ContextOf(call.Enlist)).ConfigureAwait(false);
        }

        if (step.Options.Ask is { } ask && attempt > 1 && await ask(state, ContextOf(enlist: null)).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        // An attempt before this one may have happened; a step that was never begun has not.
        return options.Time.GetUtcNow() >= saga.Deadline
            ? throw (attempt > 1 ? new SagaOverdueException(saga.SagaId, step.Name) : new SagaDeadlineException(saga.SagaId, step.Name))
            : await step.Run(state, ContextOf(call.Enlist)).ConfigureAwait(false);
    }

    private async ValueTask AnswerAsync(SagaTaskDocument saga, string outcome, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        SagaMeter.CountEnded(definition.Name, Enum.Parse<SagaOutcome>(outcome));
        if (outcome == nameof(SagaOutcome.Stuck))
        {
            SagaLogging.StuckTask(logger, saga.SagaId);
        }

        var destination = saga.ReplyTo is not { } replyTo
            ? options.Answers
            : options.ReplyTo?.Invoke(replyTo) ?? throw new NonRetryableException("The reply-to of a saga is no destination that answers may go to.");
        if (destination is not null)
        {
            var answer = ReplyEnvelope.Of(saga.CorrelationId, outcome, Encoding.UTF8.GetBytes(saga.State), saga.Error, options.Type, options.Source);
            await new OutboundWriter(destination, options.Outbound).SendAsync([answer], cancellationToken).ConfigureAwait(false);
        }
    }
}
