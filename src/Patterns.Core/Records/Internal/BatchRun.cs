using Amazon.Lambda.Core;
using Patterns.Sources.Internal;
using Patterns.Telemetry;

namespace Patterns.Records.Internal;

/// <summary>One invocation: deals the records out, keeps their states, and ends in time.</summary>
internal sealed class BatchRun<TMessage> : IDisposable
{
    private readonly BatchProcessor<TMessage> _processor;
    private readonly RecordBatch _batch;
    private readonly ILambdaContext _lambda;
    private readonly BatchDeadline _deadline;
    private readonly LaneSchedule _lanes;
    private readonly RecordStates _states;
    private readonly BatchTurns<TMessage>? _turns;
    private readonly ICommitRun? _commit;
    private readonly Diversion _diversion;
    private RecordStates? _finalStates;
    private volatile bool _gaveUp;
    private bool _commitTimedOut;

    public BatchRun(BatchProcessor<TMessage> processor, RecordBatch batch, ILambdaContext lambda)
    {
        _processor = processor;
        _batch = batch;
        _lambda = lambda;
        _deadline = new BatchDeadline(lambda.RemainingTime, processor.Options.DeadlineReserve, processor.Options.Time);
        _lanes = new LaneSchedule(batch, SourceRules.IsOrdered(batch.Source));
        _states = new RecordStates(batch.Count);
        _commit = processor.Committer?.Begin(batch.Count);
        _diversion = new Diversion(processor.Options, processor.Failures, lambda.Logger, batch.Source);
        if (processor.Behaviours.Length > 0 && batch.Count > 0)
        {
            var view = new BatchView<TMessage>(batch, lambda, processor.Options.Time, _lanes);
            _turns = new BatchTurns<TMessage>(processor.Behaviours, view);
        }
    }

    public ValueTask RunAsync() => (_batch.Count, _turns, _commit) switch
    {
        (0, _, _) => ValueTask.CompletedTask,
        (_, null, null) => RunWorkersAsync(),
        _ => RunInPhasesAsync(),
    };

    /// <summary>The records that the source must deliver again, in their order; null when there is none.</summary>
    public BatchOutcome? CollectFailures()
    {
        var failures = (_finalStates ?? _states).CollectFailures(_batch);
        if (failures is null)
        {
            return null;
        }

        PatternsMeter.Count(PatternsMeter.Failed, _batch.Source, failures.Count);
        Log.Unfinished(_lambda.Logger, failures, _batch);
        return new BatchOutcome(_batch.Source, _batch.Count, failures);
    }

    public void Dispose()
    {
        if (_gaveUp || _commitTimedOut || _turns is { TimedOut: true })
        {
            CancelLeftovers();
        }

        _turns?.Dispose();
        _deadline.Dispose();
        if (!_gaveUp)
        {
            _lanes.Release();
        }
    }

    /// <summary>A source that is disposed of before its time never fires; who waits on its token would wait for ever.</summary>
    private void CancelLeftovers()
    {
        try
        {
            _deadline.Cancel();
        }
        catch (AggregateException)
        {
            // What a handler registered with its token is its own; the report goes out.
        }
    }

    private async ValueTask RunInPhasesAsync()
    {
        await RunWorkersAsync().ConfigureAwait(false);
        if (_turns is { HasBegun: false })
        {
            return;
        }

        _finalStates = _states.Copy();
        if (_commit is not null)
        {
            await CommitAsync(_commit, _finalStates).ConfigureAwait(false);
        }

        if (_turns is not null)
        {
            await _turns.AfterAsync(_finalStates, _deadline).ConfigureAwait(false);
        }
    }

    private async ValueTask CommitAsync(ICommitRun commit, RecordStates states)
    {
        var phase = new CommitPhase(commit, _lanes, _deadline, _diversion, _lambda.Logger);
        await phase.RunAsync(states, _processor.Options.Time).ConfigureAwait(false);
        _commitTimedOut = phase.TimedOut;
        PatternsMeter.Count(PatternsMeter.Handled, _batch.Source, states.CountOf(RecordState.Handled));
    }

    private async ValueTask RunWorkersAsync()
    {
        var workers = _processor.Options.BlockingHandlers ? Task.Run(StartAsync) : StartAsync();
        if (workers.IsCompletedSuccessfully)
        {
            return;
        }

        try
        {
            await workers.WaitAsync(_deadline.RemainingUntilGivingUp, _processor.Options.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The workers may have ended between the time-out and here.
            _gaveUp = !workers.IsCompleted;
            if (!_gaveUp)
            {
                await workers.ConfigureAwait(false);
            }
        }
    }

    private Task StartAsync() => _turns is null ? WorkAsync() : PrepareAndWorkAsync(_turns);

    private async Task PrepareAndWorkAsync(BatchTurns<TMessage> turns)
    {
        if (_deadline.CanStart)
        {
            await turns.BeforeAsync(_processor, _deadline, NewContext).ConfigureAwait(false);
            await WorkAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Starts as many workers as are useful, and waits for those that do not end at once.</summary>
    private Task WorkAsync()
    {
        List<Task>? waiting = null;
        var most = Math.Min(_processor.Options.MaxParallelism, _lanes.LaneCount);
        for (var worker = 0; worker < most && _lanes.TryTake(out var first); worker++)
        {
            var task = WorkAsync(first);
            if (!task.IsCompletedSuccessfully)
            {
                (waiting ??= new List<Task>(most)).Add(task);
            }
        }

        return waiting is null ? Task.CompletedTask : Task.WhenAll(waiting);
    }

    private async Task WorkAsync(int first)
    {
        using var buffer = new RecordBuffer();
        do
        {
            await GoAlongAsync(first, buffer).ConfigureAwait(false);
        }
        while (_lanes.TryTake(out first));
    }

    private async ValueTask GoAlongAsync(int index, RecordBuffer buffer)
    {
        var mayGoOn = true;
        for (; index >= 0; index = _lanes.After(index))
        {
            if (!mayGoOn)
            {
                _states[index] = RecordState.Blocked;
            }
            else if (_deadline.CanStart)
            {
                mayGoOn = await HandleAsync(index, buffer).ConfigureAwait(false);
            }
            else
            {
                // Nor does a later record of the lane start, even if the clock is turned back.
                return;
            }
        }
    }

    /// <summary>Handles one record; false when the records after it in its lane must not run.</summary>
    private ValueTask<bool> HandleAsync(int index, RecordBuffer buffer)
    {
        _states[index] = RecordState.Running;
        return _turns is null ? DecodeAndRunAsync(index, buffer) : RunAsync(_turns[index]);
    }

    private ValueTask<bool> DecodeAndRunAsync(int index, RecordBuffer buffer)
    {
        var context = NewContext(index);
        TMessage message;
        try
        {
            message = _processor.Decode(context, buffer);
        }
        catch (Exception undecodable)
        {
            return PutAsideAsync(context, RecordState.Undecodable, undecodable);
        }

        return RunAsync(message, context);
    }

    private RecordContext NewContext(int index) => new(_batch, index, _lambda, _deadline, _commit);

    private ValueTask<bool> RunAsync(PreparedRecord<TMessage> record) => record switch
    {
        { IsUndecodable: true } => PutAsideAsync(record.Context, RecordState.Undecodable, record.Failure!),
        { Failure: { } failure } => FailAsync(record.Context, failure),
        _ => RunAsync(record.Message, record.Context),
    };

    private ValueTask<bool> RunAsync(TMessage message, RecordContext context)
    {
        try
        {
            var handling = _processor.HandleAsync(message, context);
            if (!handling.IsCompletedSuccessfully)
            {
                return AwaitAsync(handling, context);
            }

            handling.GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            return FailAsync(context, failure);
        }

        return new ValueTask<bool>(Succeed(context));
    }

    private async ValueTask<bool> AwaitAsync(ValueTask handling, RecordContext context)
    {
        try
        {
            await handling.ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return await FailAsync(context, failure).ConfigureAwait(false);
        }

        return Succeed(context);
    }

    private bool Succeed(RecordContext context)
    {
        _states[context.Index] = RecordState.Handled;
        if (_commit is null)
        {
            PatternsMeter.Count(PatternsMeter.Handled, _batch.Source);
        }

        return true;
    }

    private ValueTask<bool> FailAsync(RecordContext context, Exception failure)
    {
        return _diversion.IsNonRetryable(failure)
            ? PutAsideAsync(context, RecordState.Failed, failure)
            : new ValueTask<bool>(Fail(context, RecordState.Failed, failure));
    }

    /// <summary>Hands a hopeless record to the failure destination; without one, or when it refuses, the record has failed.</summary>
    private async ValueTask<bool> PutAsideAsync(RecordContext context, RecordState state, Exception failure)
    {
        if (_gaveUp || !await _diversion.TrySendAsync(context, state, failure, context.GraceToken).ConfigureAwait(false))
        {
            return Fail(context, state, failure);
        }

        _states[context.Index] = RecordState.Diverted;
        _diversion.Tell(context, failure);
        return true;
    }

    private bool Fail(RecordContext context, RecordState state, Exception failure)
    {
        _states.Fail(context.Index, state, failure);
        if (!_gaveUp)
        {
            Log.Failed(_lambda.Logger, context, failure);
        }

        return false;
    }
}
