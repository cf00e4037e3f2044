namespace Patterns.Local.Services.EventBridge.Buses;

/// <summary>What became of the events of a bus; each that it received was matched by a rule or not.</summary>
internal sealed class BusCounts
{
    private long _matched;
    private long _unmatched;

    public long Matched => Interlocked.Read(ref _matched);

    public long Unmatched => Interlocked.Read(ref _unmatched);

    public void Add(bool isMatched)
    {
        if (isMatched)
        {
            Interlocked.Increment(ref _matched);
        }
        else
        {
            Interlocked.Increment(ref _unmatched);
        }
    }
}
