using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class ListShards
{
    private const int DefaultPage = 1000;
    private const int LargestPage = 10_000;

    public static void Run(KinesisCall call)
    {
        var size = call.Input.Number("MaxResults", 1, LargestPage) ?? DefaultPage;
        var (stream, filter, after) = call.Input.Text("NextToken") is { } token ? FromToken(call, token) : FromRequest(call);
        var shards = filter.Of(stream, stream.Shards, call.Now).Where(shard => after is null || string.CompareOrdinal(shard.Id, after) > 0).ToList();
        ShardJson.WriteList(call.Answer, shards.Take(size));
        if (shards.Count > size)
        {
            var next = new ShardsToken(stream.Name, stream.CreatedAt.ToUnixTimeMilliseconds(), shards[size - 1].Id, filter, call.Now);
            call.Answer.WriteString("NextToken"u8, next.ToString());
        }
    }

    private static (KinesisStream Stream, ShardFilter Filter, string? After) FromToken(KinesisCall call, string text)
    {
        if (call.Input.Text("StreamName") is not null || call.Input.Text("StreamARN") is not null)
        {
            throw KinesisErrors.InvalidArgument("NextToken and StreamName cannot be provided together.");
        }

        var token = ShardsToken.Parse(text, call.Now);
        var stream = call.Service.Find(token.Stream);
        return stream.CreatedAt.ToUnixTimeMilliseconds() == token.CreatedAt
            ? (stream, token.Filter, token.After)
            : throw KinesisErrors.StreamNotFound(token.Stream, stream.Account);
    }

    private static (KinesisStream Stream, ShardFilter Filter, string? After) FromRequest(KinesisCall call)
    {
        var stream = call.Stream();
        if (call.Input.Time("StreamCreationTimestamp") is { } created && created.ToUnixTimeSeconds() != stream.CreatedAt.ToUnixTimeSeconds())
        {
            throw KinesisErrors.StreamNotFound(stream.Name, stream.Account);
        }

        return (stream, ShardFilter.Read(call.Input), call.Input.Text("ExclusiveStartShardId"));
    }
}
