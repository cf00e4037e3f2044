using Patterns.Local.Services.DynamoDb.Streams;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>The streams of all tables, in the order of their beginnings.</summary>
/// <remarks>One that is disabled, or whose table is deleted, stays until its last record has aged out.</remarks>
internal sealed class TableStreams(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<TableStream> _streams = [];
    private readonly Dictionary<TableStream, DateTimeOffset> _endedAt = [];

    /// <summary>Current and disabled streams.</summary>
    public IReadOnlyList<TableStream> All
    {
        get
        {
            lock (_lock)
            {
                DropAged();
                return [.. _streams];
            }
        }
    }

    public TableStream? Find(string arn)
    {
        foreach (var stream in All)
        {
            if (string.Equals(stream.Arn, arn, StringComparison.Ordinal))
            {
                return stream;
            }
        }

        return null;
    }

    public void Add(TableStream stream)
    {
        lock (_lock)
        {
            _streams.Add(stream);
        }
    }

    private void DropAged()
    {
        var now = time.GetUtcNow();
        _streams.RemoveAll(stream => HasAged(stream, now));
    }

    // Nobody tells when a stream ends, so its day begins when it is first seen to have ended: never too early.
    private bool HasAged(TableStream stream, DateTimeOffset now)
    {
        if (stream.IsEnabled)
        {
            return false;
        }

        if (_endedAt.TryAdd(stream, now) || now - _endedAt[stream] < stream.Log.Retention)
        {
            return false;
        }

        _endedAt.Remove(stream);
        stream.Log.Delete();
        return true;
    }
}
