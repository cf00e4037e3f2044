using System.Runtime.CompilerServices;

namespace Patterns.Records.Internal;

/// <summary>How far each record of a batch has come, and what it failed with. Workers write, the report reads.</summary>
internal sealed class RecordStates(int count)
{
    private readonly RecordState[] _states = new RecordState[count];
    private Exception?[]? _exceptions;

    public RecordState this[int index]
    {
        get => _states[index];
        set => Volatile.Write(ref Unsafe.As<RecordState, byte>(ref _states[index]), (byte)value);
    }

    /// <summary>The states as they are now. Workers that were given up go on with the original and do not change the copy.</summary>
    public RecordStates Copy()
    {
        var copy = new RecordStates(count);
        _states.CopyTo(copy._states, 0);

        // What a worker did before it wrote a state is seen by whoever read the state.
        Interlocked.MemoryBarrier();
        copy._exceptions = (Exception?[]?)_exceptions?.Clone();
        return copy;
    }

    public void Fail(int index, RecordState state, Exception failure)
    {
        var exceptions = _exceptions ?? Interlocked.CompareExchange(ref _exceptions, new Exception?[count], null) ?? _exceptions;
        exceptions[index] = failure;
        _states[index] = state;
    }

    /// <summary>Turns the handled records behind a failed one of its lane into blocked ones, so that order is kept when it comes again.</summary>
    public void BlockAfter(int index, LaneSchedule lanes)
    {
        for (var later = lanes.After(index); later >= 0; later = lanes.After(later))
        {
            if (_states[later] == RecordState.Handled)
            {
                _states[later] = RecordState.Blocked;
            }
        }
    }

    /// <summary>How many records are in the state.</summary>
    public int CountOf(RecordState state) => _states.AsSpan().Count(state);

    /// <summary>The records that are not finished, in their order; null when all are.</summary>
    public List<RecordFailure>? CollectFailures(RecordBatch batch)
    {
        List<RecordFailure>? failures = null;
        for (var index = 0; index < count; index++)
        {
            var state = _states[index];
            if (state < RecordState.Handled)
            {
                (failures ??= []).Add(new RecordFailure(batch.GetId(index), ReasonOf(state), _exceptions?[index]));
            }
        }

        return failures;
    }

    private static FailureReason ReasonOf(RecordState state) => state switch
    {
        RecordState.NotStarted => FailureReason.NotStarted,
        RecordState.Running => FailureReason.GivenUp,
        RecordState.Undecodable => FailureReason.Undecodable,
        RecordState.Blocked => FailureReason.Blocked,
        _ => FailureReason.HandlerFailed,
    };
}
