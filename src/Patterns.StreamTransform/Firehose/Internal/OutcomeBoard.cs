namespace Patterns.Firehose.Internal;

/// <summary>The outcomes of a batch by record. What is not there when it is closed ran out of time, and comes too late.</summary>
internal sealed class OutcomeBoard(int records)
{
    private readonly Lock _lock = new();
    private readonly RecordOutcome?[] _outcomes = new RecordOutcome?[records];
    private bool _isClosed;

    public void Set(int index, RecordOutcome outcome)
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                _outcomes[index] = outcome;
            }
        }
    }

    public RecordOutcome[] Close(Func<RecordOutcome> missing)
    {
        lock (_lock)
        {
            _isClosed = true;
            return Array.ConvertAll(_outcomes, outcome => outcome ?? missing());
        }
    }
}
