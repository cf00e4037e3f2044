using Patterns.Tables;
using Patterns.TwoWayChain.Internal;

namespace Patterns.Sagas.Internal;

/// <summary>Takes the messages of a saga, and wakes those that get none.</summary>
internal sealed class SagaEngine<TState>(SagaDefinition<TState> definition, SagaStore store, SagaMail mail, SagaOptions options)
    where TState : class
{
    public DueTimers Timers => store.Timers;

    public async ValueTask HandleAsync(SagaMessage message, RecordContext record)
    {
        var found = await store.FindAsync(message.SagaId, record.CancellationToken).ConfigureAwait(false)
            ?? throw new NonRetryableException($"Saga '{message.SagaId}' is not known: it was never started, or is forgotten.");
        var head = await AnswerAsync(found, record.CancellationToken).ConfigureAwait(false);
        if (head.IsOver || message.Turn < head.Turn)
        {
            await PassOnAsync(message, head, record).ConfigureAwait(false);
            return;
        }

        if (head.LeaseUntil > store.Now)
        {
            throw new SagaBusyException(head.Id, head.LeaseUntil.Value - store.Now);
        }

        var next = await new SagaTurn<TState>(definition, store, options, record).RunAsync(head).ConfigureAwait(false);
        await HandOnAsync(next, record.CancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends what has the saga go on: the next message, or the answer.</summary>
    public async ValueTask HandOnAsync(SagaHead head, CancellationToken cancellationToken)
    {
        if (head.IsOver)
        {
            await AnswerAsync(head, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await mail.SendTurnAsync(head, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks at a saga whose timer is due.</summary>
    public async ValueTask LookAsync(TableKey timer, RecordContext record)
    {
        var id = DueTimers.IdOf(timer);
        var head = await store.FindAsync(id, record.CancellationToken).ConfigureAwait(false);
        if (head is null or { IsOver: true, IsAnswered: true })
        {
            if (head is null)
            {
                SagaLogging.Lost(record.Lambda.Logger, id);
            }

            await Timers.DropAsync(timer, record.CancellationToken).ConfigureAwait(false);
            return;
        }

        var due = DueOf(head);
        if (due <= store.Now)
        {
            SagaLogging.Woken(record.Lambda.Logger, head);
            SagaMeter.CountWoken(definition.Name);
            await HandOnAsync(head, record.CancellationToken).ConfigureAwait(false);
            due = store.Now + options.OrphanAfter;
        }

        await Timers.MoveAsync(timer, due, store.TimerExpiry, record.CancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// A message of an earlier turn. Whoever had it before may have died after that turn and before the next message was sent, unless that
    /// one has been begun. A copy that comes for the first time tells nothing, and sending for each would make ever more copies.
    /// </summary>
    private async ValueTask PassOnAsync(SagaMessage message, SagaHead head, RecordContext record)
    {
        if (!head.IsOver && head.Attempts == 0 && message.Turn == head.Turn - 1 && record.Attempt > 1)
        {
            await mail.SendTurnAsync(head, record.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends the answer that is due, always the same one, and notes that it is out.</summary>
    private async ValueTask<SagaHead> AnswerAsync(SagaHead head, CancellationToken cancellationToken)
    {
        if (head.Answer is null || head.IsAnswered)
        {
            return head;
        }

        await mail.SendAnswerAsync(head, cancellationToken).ConfigureAwait(false);
        var (written, _) = await store.ChangeAsync(head, head with { IsAnswered = true }, [], cancellationToken).ConfigureAwait(false);
        return written ?? throw new SagaBusyException(head.Id, options.Lease);
    }

    /// <summary>When a saga that gets no message is to be woken.</summary>
    private DateTimeOffset DueOf(SagaHead head)
    {
        var due = head.UpdatedAt + options.OrphanAfter;
        if (head.Phase == SagaPhase.Running && head.Deadline < due && head.UpdatedAt < head.Deadline)
        {
            due = head.Deadline;
        }

        return head.LeaseUntil > due ? head.LeaseUntil.Value : due;
    }
}
