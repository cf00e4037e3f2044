using System.Text.Json;

namespace Patterns.Local.Replays;

/// <summary>Where the records are that a stream mapping gave up, as its failure record says.</summary>
/// <param name="FunctionArn">The function that could not process them.</param>
/// <param name="StreamArn">The stream.</param>
/// <param name="ShardId">The shard.</param>
/// <param name="First">The sequence number of the first record.</param>
/// <param name="Last">The sequence number of the last record.</param>
/// <param name="Count">How many records the batch had.</param>
internal sealed record FailedRecords(string FunctionArn, string StreamArn, string ShardId, string First, string Last, int Count)
{
    private static readonly string[] s_infos = ["KinesisBatchInfo", "DDBStreamBatchInfo"];

    /// <summary>Null when the message is no failure record of a stream mapping; one that came through a topic is unwrapped.</summary>
    public static FailedRecords? TryParse(string message)
    {
        try
        {
            var root = JsonElement.Parse(message);
            return Read(root) ?? (Text(root, "Type") == "Notification" && Text(root, "Message") is { } inner ? Read(JsonElement.Parse(inner)) : null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FailedRecords? Read(JsonElement root)
    {
        if (Member(root, "requestContext") is not { } context || Text(context, "functionArn") is not { } function)
        {
            return null;
        }

        foreach (var name in s_infos)
        {
            if (Member(root, name) is { } info
                && (Text(info, "streamArn"), Text(info, "shardId"), Text(info, "startSequenceNumber"), Text(info, "endSequenceNumber")) is ({ } stream, { } shard, { } first, { } last)
                && Member(info, "batchSize") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt32(out var count))
            {
                return new FailedRecords(function, stream, shard, first, last, count);
            }
        }

        return null;
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
