using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class GetRecordsOperation
{
    internal static readonly KinesisOperation<GetRecordsRequest, GetRecordsResponse> Instance = new("GetRecords", Write, Read);

    private static void Write(Utf8JsonWriter json, GetRecordsRequest request)
    {
        json.Field("Limit", request.Limit);
        json.Field("ShardIterator", request.ShardIterator);
        json.Field("StreamARN", request.StreamARN);
    }

    private static GetRecordsResponse Read(JsonElement json) => new()
    {
        ChildShards = json.List("ChildShards", ShardJson.ReadChild),
        MillisBehindLatest = json.Long("MillisBehindLatest"),
        NextShardIterator = json.Text("NextShardIterator"),
        Records = json.List("Records", ReadRecord),
    };

    private static Record ReadRecord(JsonElement json) => new()
    {
        ApproximateArrivalTimestamp = json.Time("ApproximateArrivalTimestamp"),
        Data = json.Binary("Data"),
        EncryptionType = json.Text("EncryptionType"),
        PartitionKey = json.Text("PartitionKey"),
        SequenceNumber = json.Text("SequenceNumber"),
    };
}
