namespace Patterns.Windows.Internal;

/// <summary>All that is known of one key of one stream.</summary>
internal sealed class KeyState<TState>(string key)
{
    public string Key => key;

    /// <summary>How often the item was written; 0 when it is not there.</summary>
    public long Version { get; set; }

    /// <summary>The sequence number of the last record that was taken in; null for none.</summary>
    public string? Last { get; set; }

    /// <summary>The key's watermark: windows that are over by the allowed lateness have ended.</summary>
    public DateTimeOffset Watermark { get; set; }

    /// <summary>When the last record was taken in, by the clock.</summary>
    public DateTimeOffset TouchedAt { get; set; }

    public List<OpenWindow<TState>> Windows { get; init; } = [];

    /// <summary>What records are recognised by that a producer has put twice, and when they happened.</summary>
    public Dictionary<string, DateTimeOffset> Seen { get; init; } = new(StringComparer.Ordinal);

    public List<PendingResult> Outbox { get; init; } = [];

    /// <summary>Where the key stands in the index by its shard's watermark; null for nowhere.</summary>
    public DueMark? ByWatermark { get; set; }

    /// <summary>Where the key stands in the index by the clock; null for nowhere.</summary>
    public DueMark? ByClock { get; set; }

    /// <summary>Whether there is nothing that must come to an end.</summary>
    public bool IsIdle => Windows.Count == 0 && Outbox.Count == 0;
}
