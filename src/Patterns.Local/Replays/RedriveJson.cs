using System.Text.Json;

namespace Patterns.Local.Replays;

/// <summary>The result of a redrive as the runner tells it to the command line.</summary>
internal static class RedriveJson
{
    public static void Write(Utf8JsonWriter json, RedriveResult result)
    {
        json.WriteStartObject();
        json.WriteString("queue", result.Queue);
        json.WriteNumber("others", result.Others);
        json.WriteStartArray("replays");
        foreach (var replay in result.Replays)
        {
            Write(json, replay);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static RedriveResult Read(JsonElement json) => new(
        Text(json, "queue"),
        [.. json.GetProperty("replays").EnumerateArray().Select(ReadReplay)],
        json.GetProperty("others").GetInt32());

    private static void Write(Utf8JsonWriter json, Replay replay)
    {
        var failed = replay.Failed;
        json.WriteStartObject();
        json.WriteString("outcome", replay.Outcome.ToString());
        json.WriteString("functionArn", failed.FunctionArn);
        json.WriteString("streamArn", failed.StreamArn);
        json.WriteString("shardId", failed.ShardId);
        json.WriteString("first", failed.First);
        json.WriteString("last", failed.Last);
        json.WriteNumber("count", failed.Count);
        json.WriteNumber("records", replay.Records);
        json.WriteNumber("expired", replay.Expired);
        json.WriteString("reason", replay.Reason);
        json.WriteEndObject();
    }

    private static Replay ReadReplay(JsonElement json)
    {
        var failed = new FailedRecords(
            Text(json, "functionArn"), Text(json, "streamArn"), Text(json, "shardId"), Text(json, "first"), Text(json, "last"), json.GetProperty("count").GetInt32());
        return new Replay(failed, Enum.Parse<ReplayOutcome>(Text(json, "outcome")))
        {
            Records = json.GetProperty("records").GetInt32(),
            Expired = json.GetProperty("expired").GetInt32(),
            Reason = json.GetProperty("reason").GetString(),
        };
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
