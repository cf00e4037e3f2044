using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Reads the shards of a stream for a mapping, children after their parents.</summary>
internal sealed class StreamEventSource : IEventSource
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, Task> _readers = [];
    private readonly StreamReading _reading;
    private readonly MappingProgress _progress;

    public StreamEventSource(StreamReading reading, MappingProgress progress)
    {
        _reading = reading;
        _progress = progress;
    }

    public string LastProcessingResult => _reading.LastProcessingResult;

    /// <summary>Begins to read as soon as nobody else reads for the mapping.</summary>
    public void Start()
    {
        var before = _progress.Reading;
        _progress.Begin(_reading.Stream, StartOf);
        _progress.Reading = Task.Run(() => ReadAsync(before));
    }

    /// <summary>Stops reading; batches that the function is working on go on, and their outcome counts.</summary>
    public async ValueTask DisposeAsync() => await _stop.CancelAsync().ConfigureAwait(false);

    private long StartOf(Shard shard) => _reading.Settings.Stream switch
    {
        { StartingPosition: StreamMappingSettings.Latest } => shard.Tip,
        { StartingPosition: StreamMappingSettings.AtTimestamp, StartingPositionTimestamp: { } time } => shard.PositionAt(time),
        _ => shard.TrimHorizon,
    };

    private async Task ReadAsync(Task before)
    {
        try
        {
            await before.ConfigureAwait(false);
            await ReadShardsAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The mapping was disabled, changed or deleted.
        }
        catch (Exception exception)
        {
            _reading.LastProcessingResult = "PROBLEM: internal error";
            _reading.Console.Notice($"{_reading.Function} no longer reads {_reading.Stream.Arn}, because of a fault in the runner: {exception}");
        }
        finally
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(_readers.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadShardsAsync(CancellationToken stop)
    {
        while (true)
        {
            var changed = _reading.Stream.Changed;
            if (_reading.Stream.IsDeleted)
            {
                _reading.LastProcessingResult = "PROBLEM: The stream does not exist";
                _reading.Console.Notice($"{_reading.Function} no longer reads {_reading.Stream.Arn}: the stream was deleted.");
                return;
            }

            NoticeLostShards();
            StartReaders(_reading.Stream.Shards, stop);
            await Task.WhenAny([changed.WaitAsync(stop), .. _readers.Values]).ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
            await EndReadersAsync().ConfigureAwait(false);
        }
    }

    // Shards may go while nobody reads, or while a failing batch of a parent holds them up.
    private void NoticeLostShards()
    {
        var aged = _reading.Stream.Aged;
        foreach (var shard in aged.Skip(_progress.AgedShards))
        {
            if (_progress.Of(shard.Id).Expire(shard.Records) is > 0 and var lost)
            {
                _reading.NoticeExpired(lost);
            }
        }

        _progress.AgedShards = aged.Count;
    }

    private void StartReaders(IReadOnlyList<Shard> shards, CancellationToken stop)
    {
        var existing = shards.Select(shard => shard.Id).ToHashSet();
        _progress.Keep(id => existing.Contains(id) || _readers.ContainsKey(id));
        foreach (var shard in shards)
        {
            var progress = _progress.Of(shard.Id);
            if (!progress.IsFinished && !_readers.ContainsKey(shard.Id) && shard.Parents.All(parent => IsRead(parent, existing)))
            {
                _readers.Add(shard.Id, new ShardReader(_reading, shard, progress).ReadAsync(stop));
            }
        }
    }

    private bool IsRead(string parent, HashSet<string> existing) =>
        !_readers.ContainsKey(parent) && (!existing.Contains(parent) || _progress.Of(parent).IsFinished);

    private async Task EndReadersAsync()
    {
        foreach (var (id, reader) in _readers.Where(pair => pair.Value.IsCompleted).ToList())
        {
            _readers.Remove(id);
            await reader.ConfigureAwait(false);
        }
    }
}
