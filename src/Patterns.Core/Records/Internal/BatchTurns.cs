using Amazon.Lambda.Core;

namespace Patterns.Records.Internal;

/// <summary>The parts that the behaviours of a pipeline have in one batch: once before all handlers and once after them.</summary>
internal sealed class BatchTurns<TMessage> : IDisposable
{
    private readonly BatchView<TMessage> _view;
    private readonly IBatchTurn[] _turns;
    private volatile bool _hasBegun;

    public BatchTurns(IReadOnlyList<IBatchBehaviour<TMessage>> behaviours, BatchView<TMessage> view)
    {
        _view = view;
        _turns = new IBatchTurn[behaviours.Count];
        for (var index = 0; index < _turns.Length; index++)
        {
            _turns[index] = behaviours[index].Begin(view);
        }
    }

    /// <summary>Whether handlers may have run, so that <see cref="AfterAsync"/> is due.</summary>
    public bool HasBegun => _hasBegun;

    /// <summary>Whether a behaviour may still be at work though the report is due.</summary>
    public bool TimedOut { get; private set; }

    public PreparedRecord<TMessage> this[int index] => _view.Records[index];

    /// <summary>Decodes all records and has every behaviour look at them; nothing is thrown.</summary>
    public async ValueTask BeforeAsync(BatchProcessor<TMessage> processor, BatchDeadline deadline, Func<int, RecordContext> contextOf)
    {
        Decode(processor, contextOf);
        try
        {
            foreach (var turn in _turns)
            {
                await turn.BeforeAsync(deadline.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            FailAll(failure);
        }

        _hasBegun = true;
    }

    /// <summary>Has every behaviour look at what became of the records, the last one first; nothing is thrown.</summary>
    /// <param name="states">How far the records have come; workers that were given up no longer change it.</param>
    /// <param name="deadline">Until when the report is due.</param>
    public async ValueTask AfterAsync(RecordStates states, BatchDeadline deadline)
    {
        _view.States = states;
        try
        {
            await AfterEachAsync(deadline.ReportToken).AsTask().WaitAsync(deadline.RemainingUntilReport, _view.Time).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            TimedOut = failure is TimeoutException;
            for (var index = 0; index < _view.Records.Length; index++)
            {
                _view.Fail(index, failure);
            }
        }
    }

    public void Dispose()
    {
        foreach (var turn in _turns)
        {
            turn.Dispose();
        }
    }

    private async ValueTask AfterEachAsync(CancellationToken cancellationToken)
    {
        for (var index = _turns.Length - 1; index >= 0; index--)
        {
            await _turns[index].AfterAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Decode(BatchProcessor<TMessage> processor, Func<int, RecordContext> contextOf)
    {
        using var buffer = new RecordBuffer();
        for (var index = 0; index < _view.Records.Length; index++)
        {
            var record = new PreparedRecord<TMessage>(contextOf(index));
            _view.Records[index] = record;
            try
            {
                processor.Decode(record, buffer);
            }
            catch (Exception undecodable)
            {
                record.Failure = undecodable;
                record.IsUndecodable = true;
            }
        }
    }

    private void FailAll(Exception failure)
    {
        foreach (var record in _view.Records)
        {
            record.Failure ??= failure;
        }
    }
}
