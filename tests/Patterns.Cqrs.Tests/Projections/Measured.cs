using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>What an instrument measures of one thing, told from others that are measured at the same time by its tag.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<double> _values = new();

    public Measured(string instrument, string tag, string name)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == instrument)
            {
                listener.EnableMeasurementEvents(published);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            if (Equals(tags.ToArray().ToDictionary()[tag], name))
            {
                _values.Enqueue(value);
            }
        });
        _listener.Start();
    }

    public IEnumerable<double> Values => _values;

    public void Dispose() => _listener.Dispose();
}
