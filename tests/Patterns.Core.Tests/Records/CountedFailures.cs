using System.Diagnostics.Metrics;

namespace Patterns.Core.Tests.Records;

/// <summary>Counts the records that this test, and no other that runs at the same time, reports as failed.</summary>
internal sealed class CountedFailures : IDisposable
{
    private readonly AsyncLocal<bool> _isOwnFlow = new() { Value = true };
    private readonly MeterListener _listener = new();
    private long _count;

    public CountedFailures()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "patterns.records.failed")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _count, _isOwnFlow.Value ? count : 0));
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
