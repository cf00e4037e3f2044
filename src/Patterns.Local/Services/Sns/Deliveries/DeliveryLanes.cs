using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>The lanes of one subscription, and those among them that have something to do.</summary>
/// <remarks>Not thread-safe: the queue holds its lock.</remarks>
internal sealed class DeliveryLanes
{
    private readonly Queue<DeliveryLane> _ready = new();
    private readonly HashSet<DeliveryLane> _lanes = [];
    private readonly Dictionary<string, DeliveryLane> _groups = [];

    /// <returns>True when a lane became ready.</returns>
    public bool Append(string? groupId, PendingDelivery pending)
    {
        var lane = groupId is null ? new DeliveryLane(null) : _groups.GetValueOrDefault(groupId) ?? new DeliveryLane(groupId);
        if (!lane.Append(pending))
        {
            return false;
        }

        Add(lane);
        MakeReady(lane);
        return true;
    }

    public void MakeReady(DeliveryLane lane) => _ready.Enqueue(lane);

    public bool TryTake([NotNullWhen(true)] out DeliveryLane? lane) => _ready.TryDequeue(out lane);

    /// <summary>Ends with the first message of the lane, whose next one is then ready.</summary>
    public void RemoveFirst(DeliveryLane lane)
    {
        lane.RemoveFirst();
        if (lane.IsEmpty)
        {
            Remove(lane);
        }
        else
        {
            MakeReady(lane);
        }
    }

    /// <summary>Takes everything out except messages that are being delivered.</summary>
    public PendingDelivery[] Abandon()
    {
        PendingDelivery[] abandoned = [.. _lanes.SelectMany(lane => lane.Abandon())];
        _lanes.Clear();
        _groups.Clear();
        _ready.Clear();
        return abandoned;
    }

    private void Add(DeliveryLane lane)
    {
        _lanes.Add(lane);
        if (lane.GroupId is { } groupId)
        {
            _groups[groupId] = lane;
        }
    }

    private void Remove(DeliveryLane lane)
    {
        _lanes.Remove(lane);
        if (lane.GroupId is { } groupId)
        {
            _groups.Remove(groupId);
        }
    }
}
