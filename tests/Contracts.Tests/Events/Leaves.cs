using System.Globalization;
using System.Text.Json;

namespace Contracts.Tests.Events;

/// <summary>The values of a JSON document with their paths; names in lower case, times in one form, nulls left out.</summary>
internal static class Leaves
{
    public static IEnumerable<string> Of(string json) => Of(JsonSerializer.Deserialize<JsonElement>(json), string.Empty);

    private static IEnumerable<string> Of(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Of(member.Value, $"{path}/{member.Name.ToLowerInvariant()}")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, index) => Of(item, $"{path}/{index}")),
        JsonValueKind.Null => [],
        _ => [$"{path} = {Normal(json.ToString())}"],
    };

    private static string Normal(string value)
    {
        if (decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number is > 1_600_000_000 and < 2_000_000_000 ? number.ToString("F3") : value;
        }

        return value.Contains('T') && DateTimeOffset.TryParse(value, out var time)
            ? ((time - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("F3")
            : value;
    }
}
