namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>The tags of a table. Stored; nothing here depends on them.</summary>
internal sealed class TableTags
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _tags = new(StringComparer.Ordinal);

    public TableTags(IEnumerable<KeyValuePair<string, string>> tags) => Set(tags);

    public IReadOnlyList<KeyValuePair<string, string>> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _tags];
            }
        }
    }

    public void Set(IEnumerable<KeyValuePair<string, string>> tags)
    {
        lock (_lock)
        {
            foreach (var (key, value) in tags)
            {
                _tags[key] = value;
            }
        }
    }

    public void Remove(IEnumerable<string> keys)
    {
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _tags.Remove(key);
            }
        }
    }
}
