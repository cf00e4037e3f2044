using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class ListStreams
{
    private const int DefaultLimit = 100;
    private const int Most = 10_000;

    public static void Run(KinesisCall call)
    {
        var limit = call.Input.Number("Limit", 1, Most) ?? DefaultLimit;
        var start = call.Input.Text("NextToken") ?? call.Input.Text("ExclusiveStartStreamName");
        var left = call.Service.List().Where(stream => start is null || string.CompareOrdinal(stream.Name, start) > 0).ToList();
        var page = left.Take(limit).ToList();
        var json = call.Answer;
        json.WriteStartArray("StreamNames"u8);
        page.ForEach(stream => json.WriteStringValue(stream.Name));
        json.WriteEndArray();
        json.WriteStartArray("StreamSummaries"u8);
        foreach (var stream in page)
        {
            json.WriteStartObject();
            StreamJson.WriteHead(json, stream);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("HasMoreStreams"u8, left.Count > limit);
        if (left.Count > limit)
        {
            json.WriteString("NextToken"u8, page[^1].Name);
        }
    }
}
