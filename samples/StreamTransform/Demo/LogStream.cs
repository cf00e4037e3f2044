using System.Text;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace StreamTransform.Demo;

/// <summary>Replays a log into the stream as fast as it is taken, a visitor's lines in their order.</summary>
internal sealed class LogStream(IAmazonKinesis kinesis, string name)
{
    private const int LinesPerRequest = 250;

    /// <summary>How many lines were sent again because the stream did not take them at once.</summary>
    public int Repeated { get; private set; }

    public async Task ReplayAsync(IReadOnlyList<LogLine> lines)
    {
        for (IReadOnlyList<LogLine> waiting = lines; waiting.Count > 0;)
        {
            var (now, later) = Choose(waiting);
            await SendAsync(now);
            waiting = later;
        }
    }

    public async Task<int> CountOpenShardsAsync() => (await kinesis.DescribeStreamSummaryAsync(new DescribeStreamSummaryRequest { StreamName = name })).StreamDescriptionSummary.OpenShardCount ?? 0;

    /// <summary>Splits the shards; those who read go on with the new ones when the old ones are read.</summary>
    public async Task ReshardAsync(int shards)
    {
        await kinesis.UpdateShardCountAsync(new UpdateShardCountRequest { StreamName = name, TargetShardCount = shards, ScalingType = ScalingType.UNIFORM_SCALING });
        while ((await kinesis.DescribeStreamSummaryAsync(new DescribeStreamSummaryRequest { StreamName = name })).StreamDescriptionSummary.StreamStatus != StreamStatus.ACTIVE)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    // One line of a visitor at a time: a request takes some of its records and refuses others, and those come later then.
    private static (List<LogLine> Now, List<LogLine> Later) Choose(IReadOnlyList<LogLine> lines)
    {
        var (now, later) = (new List<LogLine>(LinesPerRequest), new List<LogLine>(lines.Count));
        var visitors = new HashSet<string>();
        foreach (var line in lines)
        {
            (now.Count < LinesPerRequest && visitors.Add(line.Visitor) ? now : later).Add(line);
        }

        return (now, later);
    }

    private async Task SendAsync(IReadOnlyList<LogLine> lines)
    {
        while (lines.Count > 0)
        {
            var response = await kinesis.PutRecordsAsync(new PutRecordsRequest { StreamName = name, Records = [.. lines.Select(Entry)] });
            lines = [.. lines.Where((_, index) => response.Records[index].ErrorCode is not null)];
            Repeated += lines.Count;
            if (lines.Count > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(300));
            }
        }
    }

    private static PutRecordsRequestEntry Entry(LogLine line) => new() { PartitionKey = line.Visitor, Data = new MemoryStream(Encoding.UTF8.GetBytes(line.Text)) };
}
