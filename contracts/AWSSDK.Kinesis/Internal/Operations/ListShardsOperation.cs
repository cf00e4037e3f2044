using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class ListShardsOperation
{
    internal static readonly KinesisOperation<ListShardsRequest, ListShardsResponse> Instance = new("ListShards", Write, Read);

    private static void Write(Utf8JsonWriter json, ListShardsRequest request)
    {
        json.Field("ExclusiveStartShardId", request.ExclusiveStartShardId);
        json.Field("MaxResults", request.MaxResults);
        json.Field("NextToken", request.NextToken);
        if (request.ShardFilter is { } filter)
        {
            json.WriteStartObject("ShardFilter");
            json.Field("ShardId", filter.ShardId);
            json.Field("Timestamp", filter.Timestamp);
            json.Field("Type", filter.Type?.Value);
            json.WriteEndObject();
        }

        json.Field("StreamARN", request.StreamARN);
        json.Field("StreamCreationTimestamp", request.StreamCreationTimestamp);
        json.Field("StreamName", request.StreamName);
    }

    private static ListShardsResponse Read(JsonElement json) => new()
    {
        NextToken = json.Text("NextToken"),
        Shards = json.List("Shards", ShardJson.Read),
    };
}
