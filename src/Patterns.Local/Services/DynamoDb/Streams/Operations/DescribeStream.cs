using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Streams.Wire;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.DynamoDb.Streams.Operations;

internal static class DescribeStream
{
    private const int Most = 100;

    public static void Run(StreamsCall call)
    {
        var limit = call.Input.LimitOf(Most);
        var stream = call.Stream(call.Input.Required("StreamArn"));
        var shards = Filtered(call.Input, After(stream.CurrentShards(), call.Input.Text("ExclusiveStartShardId")));
        var json = call.Answer;
        json.WriteStartObject("StreamDescription"u8);
        json.WriteString("StreamArn"u8, stream.Arn);
        json.WriteString("StreamLabel"u8, stream.Label);
        json.WriteString("StreamStatus"u8, stream.IsEnabled ? "ENABLED"u8 : "DISABLED"u8);
        json.WriteString("StreamViewType"u8, stream.ViewType);
        json.WriteNumber("CreationRequestDateTime"u8, stream.CreatedAt.ToUnixTimeMilliseconds() / 1000.0);
        json.WriteString("TableName"u8, stream.TableName);
        WriteKeys(json, stream.KeyNames);
        WriteShards(json, shards.Take(limit));
        if (shards.Count > limit)
        {
            json.WriteString("LastEvaluatedShardId"u8, shards[limit - 1].Id);
        }

        json.WriteEndObject();
    }

    private static List<Shard> After(IReadOnlyList<Shard> shards, string? id) =>
        id is null ? [.. shards] : [.. shards.SkipWhile(shard => shard.Id != id).Skip(1)];

    private static List<Shard> Filtered(StreamsInput input, List<Shard> shards) => input.FilterType switch
    {
        null => shards,
        "CHILD_SHARDS" when input.FilterShardId is { } parent => shards.FindAll(shard => shard.Parents.Contains(parent)),
        "CHILD_SHARDS" => throw StreamErrors.Missing("shardFilter.shardId"),
        var type => throw StreamErrors.Constraint(type, "shardFilter.type", "Member must satisfy enum value set: [CHILD_SHARDS]"),
    };

    private static void WriteKeys(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteStartArray("KeySchema"u8);
        for (var i = 0; i < names.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName"u8, names[i]);
            json.WriteString("KeyType"u8, i == 0 ? "HASH"u8 : "RANGE"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteShards(Utf8JsonWriter json, IEnumerable<Shard> shards)
    {
        json.WriteStartArray("Shards"u8);
        foreach (var shard in shards)
        {
            json.WriteStartObject();
            json.WriteString("ShardId"u8, shard.Id);
            json.WriteStartObject("SequenceNumberRange"u8);
            json.WriteString("StartingSequenceNumber"u8, shard.StartingSequenceNumber);
            if (shard.IsClosed)
            {
                json.WriteString("EndingSequenceNumber"u8, shard.LastSequenceNumber);
            }

            json.WriteEndObject();
            if (shard.Parents is [var parent, ..])
            {
                json.WriteString("ParentShardId"u8, parent);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
