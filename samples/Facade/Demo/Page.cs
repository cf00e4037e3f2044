using System.Text.Json;

namespace Facade.Demo;

/// <summary>What came back for a page.</summary>
internal sealed record Page(string Sku, int Status, JsonElement Json, bool MayBeKept, TimeSpan Took)
{
    /// <summary>All parts of a page.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["product", "price", "stock", "delivery", "reviews"];

    public IReadOnlyDictionary<string, string> Missing => Reports("missing");

    public IReadOnlyDictionary<string, string> Stale => Reports("stale");

    public IReadOnlyDictionary<string, string> Substituted => Reports("substituted");

    public bool IsComplete => Status == 200 && Missing.Count + Stale.Count + Substituted.Count == 0;

    /// <summary>The mandatory part that a problem names; null for an answer of the API itself, while the function was not there.</summary>
    public string? Cause => Status == 200 ? null : Text(Json, "part");

    public JsonElement? Part(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var part) ? part : null;

    public override string ToString()
    {
        var took = $"{Status} in {Took.TotalSeconds:F2} s";
        if (Status != 200)
        {
            return $"{took}: {Text(Json, "title") ?? Text(Json, "message")}{(Cause is { } cause ? $" part: {cause}" : "")}";
        }

        var old = Stale.Select(pair => $"stale {pair.Key} ({pair.Value}, {AgeOf(pair.Key)} s old)");
        var others = Missing.Select(pair => $"missing {pair.Key} ({pair.Value})").Concat(Substituted.Select(pair => $"substituted {pair.Key} ({pair.Value})"));
        return IsComplete ? $"{took}, complete" : $"{took}, {string.Join(", ", others.Concat(old))}";
    }

    public long AgeOf(string part) => Json.GetProperty("stale").EnumerateArray().First(report => Text(report, "part") == part).GetProperty("ageSeconds").GetInt64();

    private Dictionary<string, string> Reports(string list) => Part(list) is { ValueKind: JsonValueKind.Array } reports
        ? reports.EnumerateArray().ToDictionary(report => Text(report, "part")!, report => Text(report, "reason")!)
        : [];

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
