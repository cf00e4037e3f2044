namespace Patterns.Idempotency.Internal;

/// <summary>Lets records of one key share one run: the first to arrive runs, the others wait for how it ends.</summary>
/// <remarks>Who comes first leads, so that no lane waits for a record that has not started.</remarks>
internal sealed class SharedRun
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _current;
    private int _number;

    /// <summary>Runs, or waits for the run of another record; true when the record ran itself.</summary>
    public async ValueTask<bool> RunAsync(RecordClaim record, Func<ValueTask> run, CancellationToken cancellationToken)
    {
        var (current, isOwn) = Join(record);
        if (!isOwn)
        {
            await current.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return false;
        }

        try
        {
            await run().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            current.SetException(failure);

            // Nobody else may be there to look at it.
            _ = current.Task.Exception;
            throw;
        }

        current.SetResult();
        return true;
    }

    /// <summary>The run that counts for the record; its own when it is the first one, or comes once more after a failure it has seen.</summary>
    private (TaskCompletionSource Run, bool IsOwn) Join(RecordClaim record)
    {
        lock (_lock)
        {
            var isRepeated = record.SeenRun == _number && _current is { Task.IsFaulted: true };
            if (_current is not null && !isRepeated)
            {
                record.SeenRun = _number;
                return (_current, false);
            }

            _current = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            record.SeenRun = ++_number;
            return (_current, true);
        }
    }
}
