using System.Text;
using System.Text.Json;

namespace Patterns.Local.Services.EventBridge.Events;

/// <summary>What the service demands of entries, of all together and of each.</summary>
internal static class EntryRules
{
    /// <exception cref="AwsException">The request as a whole breaks a rule, and nothing is sent.</exception>
    public static void Check(IReadOnlyList<PutEntry> entries)
    {
        if (entries.Count == 0)
        {
            throw EventBridgeErrors.Constraint("[]", "entries", "Member must have length greater than or equal to 1");
        }

        if (entries.Count > EventBridgeLimits.EntriesPerRequest)
        {
            throw EventBridgeErrors.Constraint("[PutEventsRequestEntry]", "entries", $"Member must have length less than or equal to {EventBridgeLimits.EntriesPerRequest}");
        }

        if (entries.Sum(SizeOf) > EventBridgeLimits.RequestBytes)
        {
            throw EventBridgeErrors.Validation("Total size of the entries in the request is over the limit.");
        }
    }

    /// <summary>The error of an entry; null when it can be sent, with its detail.</summary>
    public static PutResult? ErrorOf(PutEntry entry, out JsonElement detail)
    {
        detail = default;
        if (MissingIn(entry) is { } missing)
        {
            return missing;
        }

        if (entry.Source!.StartsWith("aws.", StringComparison.Ordinal))
        {
            return new PutResult(null, "NotAuthorizedForSource", "Not authorized for the source.");
        }

        return TryParse(entry.Detail!, out detail) ? null : new PutResult(null, "MalformedDetail", "Detail is malformed.");
    }

    private static PutResult? MissingIn(PutEntry entry)
    {
        var missing = string.IsNullOrEmpty(entry.Source) ? nameof(entry.Source)
            : string.IsNullOrEmpty(entry.DetailType) ? nameof(entry.DetailType)
            : string.IsNullOrEmpty(entry.Detail) ? nameof(entry.Detail)
            : null;
        return missing is null ? null : new PutResult(null, "InvalidArgument", $"Parameter {missing} is not valid. Reason: {missing} is a required argument.");
    }

    private static bool TryParse(string text, out JsonElement detail)
    {
        try
        {
            detail = JsonElement.Parse(text, EventJson.ReadOptions);
            return detail.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            detail = default;
            return false;
        }
    }

    private static long SizeOf(PutEntry entry) =>
        (entry.Time is null ? 0 : EventBridgeLimits.TimeBytes) + Bytes(entry.Source) + Bytes(entry.DetailType) + Bytes(entry.Detail) + entry.Resources.Sum(Bytes);

    private static long Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
