namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>What became of the messages of one subscription.</summary>
internal sealed class DeliveryCounts
{
    private readonly long[] _fates = new long[Enum.GetValues<DeliveryFate>().Length];
    private long _accepted;
    private long _filtered;

    /// <summary>Messages that the filter let through; each ends as delivered, dead-lettered or dropped.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    public long Filtered => Interlocked.Read(ref _filtered);

    public long this[DeliveryFate fate] => Interlocked.Read(ref _fates[(int)fate]);

    public void AddAccepted() => Interlocked.Increment(ref _accepted);

    public void AddFiltered() => Interlocked.Increment(ref _filtered);

    public void Add(DeliveryFate fate) => Interlocked.Increment(ref _fates[(int)fate]);
}
