using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Patterns.ApiProxy.Tests;

/// <summary>The statuses that one handler counts, told from others that run at the same time by its name.</summary>
internal sealed class CountedStatuses : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<int> _statuses = new();

    public CountedStatuses(string instrument, string tag, string name)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == instrument)
            {
                listener.EnableMeasurementEvents(published);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var values = tags.ToArray().ToDictionary();
            if (Equals(values[tag], name))
            {
                _statuses.Enqueue((int)values["status"]!);
            }
        });
        _listener.Start();
    }

    public IEnumerable<int> Statuses => _statuses;

    public void Dispose() => _listener.Dispose();
}
