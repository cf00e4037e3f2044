using System.Text.Json;
using Patterns.Outbound;

namespace Patterns.LongRunning.Internal;

/// <summary>A message that has a job begun or gone on with.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Turn">Which of the job's messages it is; 0 for one that starts it.</param>
/// <param name="State">The first state; null in a message that starts nothing.</param>
/// <param name="TaskToken">The task of a workflow that waits for the job's end, or null.</param>
internal sealed record JobMessage(string JobId, long Turn, JsonElement? State, string? TaskToken)
{
    private const string Job = "job";
    private const string TurnName = "turn";
    private const string StateName = "state";
    private const string TaskTokenName = "taskToken";

    /// <exception cref="JsonException">The message is no object with a <c>job</c>.</exception>
    public static JobMessage Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && Text(root, Job) is { } jobId
            ? new(jobId, Number(root, TurnName), First(root), Text(root, TaskTokenName))
            : throw new JsonException("""A message for a job is an object with the text "job" in it, and the object "state" when it is to be started.""");
    }

    public static Envelope Resume(string jobId, long turn, Guid id)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString(Job, jobId);
            json.WriteNumber(TurnName, turn);
            json.WriteEndObject();
        }

        return new Envelope { Id = id.ToString(), Body = body.ToArray(), Type = "job.resume", Key = jobId, CorrelationId = jobId };
    }

    private static JsonElement? First(JsonElement root) =>
        root.TryGetProperty(StateName, out var state) && state.ValueKind != JsonValueKind.Null ? state.Clone() : null;

    private static long Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : 0;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
