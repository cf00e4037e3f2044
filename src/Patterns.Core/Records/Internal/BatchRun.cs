using System.Buffers;
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
    private readonly RecordState[] _states;
    private Exception?[]? _exceptions;
    private bool _gaveUp;

    public BatchRun(BatchProcessor<TMessage> processor, RecordBatch batch, ILambdaContext lambda)
    {
        _processor = processor;
        _batch = batch;
        _lambda = lambda;
        _deadline = new BatchDeadline(lambda.RemainingTime, processor.Options.DeadlineReserve, processor.Options.Time);
        _lanes = new LaneSchedule(batch, SourceRules.IsOrdered(batch.Source));
        _states = ArrayPool<RecordState>.Shared.Rent(Math.Max(batch.Count, 1));
        _states.AsSpan(0, batch.Count).Clear();
    }

    /// <summary>Whether no handler runs any more, so that the memory of the batch may be used again.</summary>
    public bool HasEnded => !_gaveUp;

    public async ValueTask RunAsync()
    {
        var workers = StartWorkers();
        if (workers is null)
        {
            return;
        }

        var all = Task.WhenAll(workers);
        using var ended = new CancellationTokenSource();
        var givingUp = _deadline.WhenGivingUpAsync(ended.Token);
        _gaveUp = await Task.WhenAny(all, givingUp).ConfigureAwait(false) != all;
        await ended.CancelAsync().ConfigureAwait(false);
        if (_gaveUp)
        {
            Log.GaveUp(_lambda.Logger, _batch.Count);
        }
        else
        {
            await all.ConfigureAwait(false);
        }
    }

    /// <summary>The records that the source must deliver again, in their order; null when there is none.</summary>
    public BatchOutcome? CollectFailures()
    {
        List<RecordFailure>? failures = null;
        for (var index = 0; index < _batch.Count; index++)
        {
            if (_states[index] < RecordState.Handled)
            {
                (failures ??= []).Add(FailureOf(index));
            }
        }

        return failures is null ? null : new BatchOutcome(_batch.Source, _batch.Count, failures);
    }

    public void Dispose()
    {
        _deadline.Dispose();
        if (HasEnded)
        {
            _lanes.Release();
            ArrayPool<RecordState>.Shared.Return(_states);
        }
    }

    /// <summary>Starts as many workers as are useful; null when the first ones did everything without waiting.</summary>
    private List<Task>? StartWorkers()
    {
        List<Task>? waiting = null;
        var most = Math.Min(_processor.Options.MaxParallelism, _lanes.LaneCount);
        for (var worker = 0; worker < most; worker++)
        {
            if (!_lanes.TryTake(out var first))
            {
                break;
            }

            var task = WorkAsync(first);
            if (!task.IsCompletedSuccessfully)
            {
                (waiting ??= new List<Task>(most)).Add(task);
            }
        }

        return waiting;
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
                // A later record of the lane must not start either, even if the clock is turned back.
                return;
            }
        }
    }

    /// <summary>Handles one record; false when the records after it in its lane must not run.</summary>
    private ValueTask<bool> HandleAsync(int index, RecordBuffer buffer)
    {
        var context = new RecordContext(_batch, index, _lambda, _deadline);
        TMessage message;
        try
        {
            message = _processor.Decode(context, buffer);
        }
        catch (Exception undecodable)
        {
            return PutAsideAsync(context, RecordState.Undecodable, undecodable);
        }

        _states[index] = RecordState.Running;
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
        PatternsMeter.Count(PatternsMeter.Handled, _batch.Source);
        return true;
    }

    private ValueTask<bool> FailAsync(RecordContext context, Exception failure)
    {
        if (_processor.Options.IsNonRetryable(failure))
        {
            return PutAsideAsync(context, RecordState.Failed, failure);
        }

        return new ValueTask<bool>(Fail(context, RecordState.Failed, failure));
    }

    /// <summary>Hands a hopeless record to the failure destination; without one, or when it refuses, the record has failed.</summary>
    private async ValueTask<bool> PutAsideAsync(RecordContext context, RecordState state, Exception failure)
    {
        if (_gaveUp || _processor.Failures is not { } failures)
        {
            return Fail(context, state, failure);
        }

        try
        {
            await failures.SendAsync(context, state, failure).ConfigureAwait(false);
        }
        catch (Exception refused)
        {
            Log.NotDiverted(_lambda.Logger, context, refused);
            return Fail(context, state, failure);
        }

        Log.Diverted(_lambda.Logger, context, failure);
        PatternsMeter.Count(PatternsMeter.Diverted, _batch.Source);
        _states[context.Index] = RecordState.Diverted;
        return true;
    }

    private bool Fail(RecordContext context, RecordState state, Exception failure)
    {
        var exceptions = _exceptions ?? Interlocked.CompareExchange(ref _exceptions, new Exception?[_batch.Count], null) ?? _exceptions;
        exceptions![context.Index] = failure;
        _states[context.Index] = state;
        if (!_gaveUp)
        {
            Log.Failed(_lambda.Logger, context, failure);
        }

        PatternsMeter.Count(PatternsMeter.Failed, _batch.Source);
        return false;
    }

    private RecordFailure FailureOf(int index) =>
        new(_batch.GetId(index), ReasonOf(_states[index]), _exceptions?[index]);

    private static FailureReason ReasonOf(RecordState state) => state switch
    {
        RecordState.NotStarted => FailureReason.NotStarted,
        RecordState.Running => FailureReason.GivenUp,
        RecordState.Undecodable => FailureReason.Undecodable,
        RecordState.Blocked => FailureReason.Blocked,
        _ => FailureReason.HandlerFailed,
    };
}
