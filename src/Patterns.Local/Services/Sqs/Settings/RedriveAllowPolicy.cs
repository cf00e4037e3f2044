using System.Text.Json;

namespace Patterns.Local.Services.Sqs.Settings;

/// <summary>Which queues may use this one as their dead-letter queue.</summary>
internal sealed record RedriveAllowPolicy(string Json, string Permission, IReadOnlyList<string> SourceArns)
{
    private const int MaximumSources = 10;

    public static RedriveAllowPolicy Parse(string json)
    {
        using var document = PolicyJson.Parse("RedriveAllowPolicy", json);
        var permission = PolicyJson.Text(document.RootElement, "redrivePermission") ?? "";
        var sources = Sources(document.RootElement, json);
        if (permission is not ("allowAll" or "denyAll" or "byQueue"))
        {
            throw Invalid(json, "redrivePermission must be one of allowAll, denyAll, byQueue.");
        }

        if (permission == "byQueue" ? sources.Count is 0 or > MaximumSources : sources.Count > 0)
        {
            throw Invalid(json, "sourceQueueArns must hold 1 to 10 ARNs with byQueue, and be absent otherwise.");
        }

        return new RedriveAllowPolicy(json, permission, sources);
    }

    public bool Allows(string sourceArn) => Permission switch
    {
        "allowAll" => true,
        "denyAll" => false,
        _ => SourceArns.Contains(sourceArn),
    };

    public override string ToString() => Json;

    private static List<string> Sources(JsonElement root, string json)
    {
        var sources = new List<string>();
        if (!root.TryGetProperty("sourceQueueArns", out var list))
        {
            return sources;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Invalid(json, "sourceQueueArns must be a list.");
        }

        foreach (var item in list.EnumerateArray())
        {
            sources.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Invalid(json, "sourceQueueArns must hold ARNs."));
        }

        return sources;
    }

    private static AwsException Invalid(string json, string reason) => SqsErrors.InvalidParameterValue("RedriveAllowPolicy", json, reason);
}
