using Patterns.Local.Triggers;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Services.Lambda.Mappings;

/// <summary>One mapping from a source to a function.</summary>
internal sealed class EventSourceMapping(string id, EventSourceMappingSettings settings, DateTimeOffset now)
{
    public string Id { get; } = id;

    public EventSourceMappingSettings Settings { get; private set; } = settings;

    public DateTimeOffset LastModified { get; private set; } = now;

    /// <summary>What reads the source; null while the mapping is disabled.</summary>
    public IEventSource? Source { get; set; }

    /// <summary>How far a stream was read; lives as long as the mapping, also while it is disabled.</summary>
    public MappingProgress Progress { get; } = new();

    public string State => Settings.IsEnabled ? "Enabled" : "Disabled";

    public void Change(EventSourceMappingSettings settings, DateTimeOffset now)
    {
        Settings = settings;
        LastModified = now;
    }
}
