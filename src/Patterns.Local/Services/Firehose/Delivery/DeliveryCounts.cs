namespace Patterns.Local.Services.Firehose.Delivery;

/// <summary>How many records a delivery stream took, and what became of them. What is missing is still on its way.</summary>
internal sealed class DeliveryCounts
{
    private long _taken;
    private long _delivered;
    private long _dropped;
    private long _failed;

    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Records that are in an object, or in the buffer of one.</summary>
    public long Delivered => Interlocked.Read(ref _delivered);

    public long Dropped => Interlocked.Read(ref _dropped);

    public long Failed => Interlocked.Read(ref _failed);

    public void AddTaken(int records) => Interlocked.Add(ref _taken, records);

    public void AddDelivered() => Interlocked.Increment(ref _delivered);

    public void AddDropped() => Interlocked.Increment(ref _dropped);

    public void AddFailed() => Interlocked.Increment(ref _failed);

    public override string ToString() => FormattableString.Invariant($"{Taken} records taken, {Delivered} delivered, {Dropped} dropped, {Failed} failed");
}
