using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Patterns.StreamTransform.Tests.Transforms;

/// <summary>Counts what transforms of this test, and of no other that runs at the same time, drop, overflow and emit.</summary>
internal sealed class CountedDrops : IDisposable
{
    private readonly AsyncLocal<bool> _isOwnFlow = new() { Value = true };
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public CountedDrops()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name.StartsWith("patterns.transform.", StringComparison.Ordinal) || instrument.Name.StartsWith("patterns.windows.", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            if (_isOwnFlow.Value)
            {
                _counts.AddOrUpdate(instrument.Name["patterns.".Length..], count, (_, before) => before + count);
                foreach (var (name, value) in tags)
                {
                    if (name is "reason")
                    {
                        _counts.AddOrUpdate((string)value!, count, (_, before) => before + count);
                    }
                }
            }
        });
        _listener.Start();
    }

    /// <summary>The count of a reason, or of an instrument.</summary>
    public long this[string name] => _counts.GetValueOrDefault(name);

    public void Dispose() => _listener.Dispose();
}
