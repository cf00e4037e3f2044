using System.Text.Json;

namespace Patterns.Testing;

/// <summary>How far a function got with its records.</summary>
/// <param name="Done">How many records, from the first, are done.</param>
/// <param name="State">The state of the window; null for none.</param>
internal sealed record FunctionResult(int Done, string? State)
{
    public static FunctionResult Error { get; } = new(0, null) { IsError = true };

    public bool IsError { get; private init; }

    public bool HasState => State is not null;

    public static FunctionResult Read(Stream reply, IReadOnlyList<ArrivedRecord> records)
    {
        using var document = JsonDocument.Parse(reply);
        var root = document.RootElement;
        var state = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("state", out var found) && found.ValueKind == JsonValueKind.Object
            ? found.GetRawText()
            : null;
        return new FunctionResult(CountDone(root, records), state);
    }

    private static int CountDone(JsonElement root, IReadOnlyList<ArrivedRecord> records)
    {
        var done = records.Count;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("batchItemFailures", out var failures) && failures.ValueKind == JsonValueKind.Array)
        {
            foreach (var failure in failures.EnumerateArray())
            {
                done = Math.Min(done, Math.Max(0, IndexOf(failure.GetProperty("itemIdentifier").GetString(), records)));
            }
        }

        return done;
    }

    private static int IndexOf(string? sequenceNumber, IReadOnlyList<ArrivedRecord> records)
    {
        for (var index = 0; index < records.Count; index++)
        {
            if (string.Equals(records[index].Record.SequenceNumber, sequenceNumber, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }
}
