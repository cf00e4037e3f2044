namespace Patterns.Testing;

/// <summary>
/// The event source mapping of a function on a <see cref="FakeStream"/>: reads the shards in batches, keeps checkpoints, and does what
/// the service does with what the function replies or throws. The test takes it step by step.
/// </summary>
/// <remarks>
/// A reply is read as with <c>ReportBatchItemFailures</c>: the lowest sequence number in it counts, and everything from there comes
/// again; one that is not of the batch means that all does. A function that throws has its batch come again, in halves with
/// <see cref="BisectOnError"/>. A batch that was tried too often is in <see cref="Discarded"/>. Records of a key keep their order
/// also with several lanes a shard.
/// </remarks>
public sealed class FakeStreamMapping
{
    private readonly FakeStream _stream;
    private readonly Func<Stream, Task<Stream>> _function;
    private readonly Dictionary<string, List<MappingLane>> _lanes = new(StringComparer.Ordinal);
    private readonly List<StreamRecord> _discarded = [];

    /// <summary>Makes a mapping that begins with the oldest record.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="function">The function; what it throws is a function error.</param>
    public FakeStreamMapping(FakeStream stream, Func<Stream, Task<Stream>> function)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(function);
        _stream = stream;
        _function = function;
    }

    /// <summary>How many records an invocation has at most. Default: 100.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>How many batches of a shard are under way, each of other keys. Default: 1. Not together with windows.</summary>
    public int ParallelizationFactor { get; init; } = 1;

    /// <summary>Whether a batch whose function threw comes again in halves. Default: false.</summary>
    public bool BisectOnError { get; init; }

    /// <summary>How often a batch comes again that makes no progress. Default: null, for ever.</summary>
    public int? MaximumRetryAttempts { get; init; }

    /// <summary>The length of tumbling windows. Default: zero, none.</summary>
    public TimeSpan TumblingWindow { get; init; }

    /// <summary>How often the function was invoked.</summary>
    public int Invocations { get; private set; }

    /// <summary>What was given up, in the order in which it was.</summary>
    public IReadOnlyList<StreamRecord> Discarded => [.. _discarded];

    /// <summary>
    /// Invokes the function once, for the first lane that has something to read, or for one that <paramref name="random"/> chooses.
    /// </summary>
    /// <returns>False when everything is read.</returns>
    public async Task<bool> StepAsync(Random? random = null)
    {
        var ready = ReadyLanes();
        if (ready.Count == 0)
        {
            return false;
        }

        await ready[Choose(ready.Count, random)].StepAsync(this).ConfigureAwait(false);
        return true;
    }

    /// <summary>Invokes the function until everything is read.</summary>
    /// <exception cref="InvalidOperationException">The function makes no progress: it was invoked <paramref name="most"/> times.</exception>
    public async Task RunAsync(Random? random = null, int most = 10_000)
    {
        for (var step = 0; await StepAsync(random).ConfigureAwait(false); step++)
        {
            if (step >= most)
            {
                throw new InvalidOperationException($"The function was invoked {most} times and there are still records of {_stream.Name} to read.");
            }
        }
    }

    /// <summary>Ends the open window of every shard, as when its time is over and no record comes.</summary>
    public async Task CloseWindowsAsync()
    {
        foreach (var lane in _lanes.Values.SelectMany(lanes => lanes).ToList())
        {
            await lane.CloseWindowAsync(this).ConfigureAwait(false);
        }
    }

    internal async Task<FunctionResult> InvokeAsync(FakeShard shard, IReadOnlyList<ArrivedRecord> records, FakeWindow? window, bool isFinal)
    {
        Invocations++;
        try
        {
            var reply = await _function(MappingEvent.Write(_stream.Arn, shard.Id, records, window, isFinal)).ConfigureAwait(false);
            return FunctionResult.Read(reply, records);
        }
        catch (Exception)
        {
            return FunctionResult.Error;
        }
    }

    internal void Discard(IEnumerable<ArrivedRecord> records) => _discarded.AddRange(records.Select(record => record.Record));

    private static int Choose(int count, Random? random) => random?.Next(count) ?? 0;

    private List<MappingLane> ReadyLanes() => [.. _stream.Shards.Where(IsReadable).SelectMany(LanesOf).Where(lane => lane.HasWork(this))];

    /// <summary>A shard is read when those that it took the place of are read to their ends.</summary>
    private bool IsReadable(FakeShard shard) =>
        shard.Parents.All(parent => IsReadable(parent) && LanesOf(parent).All(lane => !lane.HasWork(this)));

    private List<MappingLane> LanesOf(FakeShard shard)
    {
        if (!_lanes.TryGetValue(shard.Id, out var lanes))
        {
            _lanes[shard.Id] = lanes = [.. Enumerable.Range(0, ParallelizationFactor).Select(lane => new MappingLane(shard, lane, ParallelizationFactor))];
        }

        return lanes;
    }
}
