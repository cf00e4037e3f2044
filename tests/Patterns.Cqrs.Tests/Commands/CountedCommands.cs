using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>The requests that are counted for a command, told from those of others that run at the same time by its name.</summary>
internal sealed class CountedCommands : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<int> _statuses = new();
    private readonly ConcurrentDictionary<string, bool> _names = new();

    public CountedCommands(string name)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == "patterns.commands.requests")
            {
                listener.EnableMeasurementEvents(published);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var values = tags.ToArray().ToDictionary();
            _names[values["command"] as string ?? ""] = true;
            if (Equals(values["command"], name))
            {
                _statuses.Enqueue((int)values["status"]!);
            }
        });
        _listener.Start();
    }

    public IEnumerable<int> Statuses => _statuses;

    /// <summary>The names of all commands that were counted, by whomever.</summary>
    public IEnumerable<string> Names => _names.Keys;

    public void Dispose() => _listener.Dispose();
}
