using System.Text.Json;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Firehose.Transformation;

/// <summary>The reply of a function, by record id.</summary>
internal sealed class TransformReply
{
    private readonly Dictionary<string, RecordVerdict> _verdicts = new(StringComparer.Ordinal);

    private TransformReply()
    {
    }

    /// <summary>Null when the reply is not in the form that the service needs.</summary>
    public static TransformReply? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = UnicodeJson.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("records", out var records) && records.ValueKind == JsonValueKind.Array
                ? Of(records)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public RecordVerdict VerdictOn(string recordId) => _verdicts.TryGetValue(recordId, out var verdict) ? verdict : RecordVerdict.Failed(TransformFailure.MissingRecordId);

    private static TransformReply? Of(JsonElement records)
    {
        var reply = new TransformReply();
        foreach (var record in records.EnumerateArray())
        {
            if (record.ValueKind != JsonValueKind.Object || Text(record, "recordId") is not { } id)
            {
                return null;
            }

            if (!reply._verdicts.TryAdd(id, Verdict(record)))
            {
                reply._verdicts[id] = RecordVerdict.Failed(TransformFailure.DuplicatedRecordId);
            }
        }

        return reply;
    }

    private static RecordVerdict Verdict(JsonElement record) => Text(record, "result") switch
    {
        "Ok" when record.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.String && data.TryGetBytesFromBase64(out var bytes) =>
            new RecordVerdict(bytes, PartitionKeys(record), Failure: null),
        "Dropped" => RecordVerdict.Dropped,
        "ProcessingFailed" => RecordVerdict.Failed(TransformFailure.ProcessingFailed),
        _ => RecordVerdict.Failed(TransformFailure.UnreadableReply),
    };

    private static Dictionary<string, string>? PartitionKeys(JsonElement record) =>
        record.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("partitionKeys", out var keys) && keys.ValueKind == JsonValueKind.Object
            ? keys.EnumerateObject().Where(key => key.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number).DistinctBy(key => key.Name).ToDictionary(key => key.Name, key => key.Value.ToString())
            : null;

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
