namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>The tags of a stream. Stored; nothing here depends on them.</summary>
internal sealed class StreamTags
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _tags = new(StringComparer.Ordinal);

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

    /// <exception cref="AwsException">There would be too many.</exception>
    public void Set(IReadOnlyCollection<KeyValuePair<string, string>> tags, KinesisStream stream)
    {
        lock (_lock)
        {
            if (_tags.Keys.Union(tags.Select(tag => tag.Key)).Count() > KinesisLimits.Tags)
            {
                throw KinesisErrors.InvalidArgument(
                    $"Failed to add tags to stream {stream.Name} under account {stream.Account} because a given stream cannot have more than {KinesisLimits.Tags} tags associated with it.");
            }

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
