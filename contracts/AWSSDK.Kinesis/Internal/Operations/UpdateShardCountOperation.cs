using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class UpdateShardCountOperation
{
    internal static readonly KinesisOperation<UpdateShardCountRequest, UpdateShardCountResponse> Instance = new("UpdateShardCount", Write, Read);

    private static void Write(Utf8JsonWriter json, UpdateShardCountRequest request)
    {
        json.Field("ScalingType", request.ScalingType?.Value);
        json.Field("StreamARN", request.StreamARN);
        json.Field("StreamName", request.StreamName);
        json.Field("TargetShardCount", request.TargetShardCount);
    }

    private static UpdateShardCountResponse Read(JsonElement json) => new()
    {
        CurrentShardCount = json.Whole("CurrentShardCount"),
        StreamARN = json.Text("StreamARN"),
        StreamName = json.Text("StreamName"),
        TargetShardCount = json.Whole("TargetShardCount"),
    };
}
