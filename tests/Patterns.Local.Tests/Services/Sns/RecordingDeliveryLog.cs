using System.Collections.Concurrent;
using Patterns.Local.Services.Sns.Deliveries;

namespace Patterns.Local.Tests.Services.Sns;

internal sealed class RecordingDeliveryLog : IDeliveryLog
{
    private readonly ConcurrentQueue<DeliveryRecord> _records = new();

    public DeliveryRecord[] Records => [.. _records];

    public void Record(DeliveryRecord record) => _records.Enqueue(record);
}
