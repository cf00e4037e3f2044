using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Patterns.Core.Tests.Idempotency;

/// <summary>Adds up the idempotency counters of this test and of no other that runs at the same time.</summary>
internal sealed class CountedKeys : IDisposable
{
    private const string Prefix = "patterns.idempotency.";

    private readonly AsyncLocal<bool> _isOwnFlow = new() { Value = true };
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _counts = new();

    public CountedKeys()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
        {
            if (_isOwnFlow.Value)
            {
                _counts.AddOrUpdate(instrument.Name[Prefix.Length..], count, (_, before) => before + count);
            }
        });
        _listener.Start();
    }

    public long this[string name] => _counts.GetValueOrDefault(name);

    public void Dispose() => _listener.Dispose();
}
