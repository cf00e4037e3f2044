using Patterns.Local.Services.DynamoDb.Streams.Wire;

namespace Patterns.Local.Services.DynamoDb.Streams.Operations;

internal static class ListStreams
{
    private const int Most = 100;

    public static void Run(StreamsCall call)
    {
        var limit = call.Input.LimitOf(Most);
        var table = call.Input.Text("TableName");
        var start = call.Input.Text("ExclusiveStartStreamArn");
        var left = call.Streams.Where(stream => table is null || stream.TableName == table).OrderBy(stream => stream.Arn, StringComparer.Ordinal)
            .SkipWhile(stream => start is not null && string.CompareOrdinal(stream.Arn, start) <= 0)
            .ToList();
        call.Answer.WriteStartArray("Streams"u8);
        foreach (var stream in left.Take(limit))
        {
            call.Answer.WriteStartObject();
            call.Answer.WriteString("StreamArn"u8, stream.Arn);
            call.Answer.WriteString("StreamLabel"u8, stream.Label);
            call.Answer.WriteString("TableName"u8, stream.TableName);
            call.Answer.WriteEndObject();
        }

        call.Answer.WriteEndArray();
        if (left.Count > limit)
        {
            call.Answer.WriteString("LastEvaluatedStreamArn"u8, left[limit - 1].Arn);
        }
    }
}
