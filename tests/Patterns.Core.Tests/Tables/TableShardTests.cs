using Patterns.Tables;

namespace Patterns.Core.Tests.Tables;

public sealed class TableShardTests
{
    [Theory]
    [InlineData("", 5)]
    [InlineData("a", 12)]
    [InlineData("policy-1", 5)]
    [InlineData("Zürich", 0)]
    public void A_key_is_in_the_same_shard_in_every_version(string key, int shard) => Assert.Equal(shard, TableShard.Of(key, 16));

    [Fact]
    public void Keys_spread_over_all_shards()
    {
        var shards = Enumerable.Range(0, 1600).GroupBy(number => TableShard.Of($"order-{number}", 16)).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(Enumerable.Range(0, 16), shards.Keys.Order());
        Assert.All(shards.Values, count => Assert.InRange(count, 50, 200));
    }

    [Fact]
    public void There_is_at_least_one_shard()
    {
        Assert.Equal(0, TableShard.Of("a", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TableShard.Of("a", 0));
    }
}
