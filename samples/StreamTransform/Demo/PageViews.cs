using System.Text.Json;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace StreamTransform.Demo;

/// <summary>Reads what comes to the second stream, shard by shard.</summary>
internal sealed class PageViews(IAmazonKinesis kinesis, string name)
{
    private readonly Dictionary<string, string?> _iterators = [];
    private readonly HashSet<string> _seen = [];

    /// <summary>What is there of each visitor, in its order, without what came again.</summary>
    public Dictionary<string, List<string>> ByVisitor { get; } = [];

    public int Count => _seen.Count;

    /// <summary>How many records came again, since a function ended between its writing and its report.</summary>
    public int Replays { get; private set; }

    /// <summary>Leaves out what is there already, from an earlier run.</summary>
    public Task StartAsync() => FindShardsAsync(ShardIteratorType.LATEST);

    /// <summary>Reads on to the present end.</summary>
    public async Task ReadAsync()
    {
        await FindShardsAsync(ShardIteratorType.TRIM_HORIZON);
        foreach (var shard in _iterators.Keys.ToList())
        {
            await ReadAsync(shard);
        }
    }

    private async Task FindShardsAsync(ShardIteratorType beginning)
    {
        var response = await kinesis.ListShardsAsync(new ListShardsRequest { StreamName = name });
        foreach (var shard in response.Shards.Where(shard => !_iterators.ContainsKey(shard.ShardId)))
        {
            var request = new GetShardIteratorRequest { StreamName = name, ShardId = shard.ShardId, ShardIteratorType = beginning };
            _iterators.Add(shard.ShardId, (await kinesis.GetShardIteratorAsync(request)).ShardIterator);
        }
    }

    private async Task ReadAsync(string shard)
    {
        while (_iterators[shard] is { } iterator)
        {
            var response = await kinesis.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator });
            _iterators[shard] = response.NextShardIterator;
            foreach (var record in response.Records ?? [])
            {
                Add(record);
            }

            if (response.MillisBehindLatest is null or 0)
            {
                return;
            }
        }
    }

    // A record is a CloudEvent, since a stream has no other place for a message's id.
    private void Add(Record record)
    {
        using var cloudEvent = JsonDocument.Parse(record.Data);
        if (!_seen.Add(cloudEvent.RootElement.GetProperty("id").GetString()!))
        {
            Replays++;
            return;
        }

        if (!ByVisitor.TryGetValue(record.PartitionKey, out var views))
        {
            ByVisitor.Add(record.PartitionKey, views = []);
        }

        views.Add(cloudEvent.RootElement.GetProperty("data").GetRawText());
    }
}
