using System.Text.Json.Nodes;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Services.Kinesis;

/// <summary>Records are processed in the order of their key, whatever fails and however often the stream is resharded meanwhile.</summary>
public sealed class ReshardedConsumerTests
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 4, false)]
    [InlineData(3, 10, true)]
    [InlineData(4, 1, true)]
    public async Task Every_key_keeps_its_order_while_the_stream_is_resharded(int seed, int lanes, bool bisects)
    {
        var random = new Random(seed);
        var function = new UnreliableFunction(seed);
        await using var stream = new MappedStream(2, function);
        await stream.MapAsync(
            settings => settings with { ParallelizationFactor = lanes, BisectsBatchOnFunctionError = bisects },
            settings => settings with { BatchSize = 7, ReportsBatchItemFailures = true });
        var put = new Dictionary<string, List<int>>();
        for (var number = 0; number < 300; number++)
        {
            Put(stream, put, $"key-{random.Next(12)}", number);
            if (number % 50 == 49)
            {
                Resize(stream, random);
            }
        }

        await Eventually.BecomesTrueAsync(() =>
        {
            if (stream.Lambda.Clock.Timers.Count > 0)
            {
                stream.Lambda.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            return function.Count == 300;
        });

        Assert.Equal(put.OrderBy(pair => pair.Key, StringComparer.Ordinal), function.Done.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static void Put(MappedStream stream, Dictionary<string, List<int>> put, string key, int number)
    {
        stream.Kinesis.Put($"{number}", key);
        if (!put.TryGetValue(key, out var numbers))
        {
            put[key] = numbers = [];
        }

        numbers.Add(number);
    }

    private static void Resize(MappedStream stream, Random random)
    {
        var open = stream.Kinesis.Shards(new JsonObject { ["ShardFilter"] = new JsonObject { ["Type"] = "AT_LATEST" } }).Count;
        var target = random.Next((open + 1) / 2, Math.Min(open * 2, 6) + 1);
        stream.Kinesis.Call("UpdateShardCount", new() { ["TargetShardCount"] = target, ["ScalingType"] = "UNIFORM_SCALING" });
    }
}
