using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Gives scalars the types that a service wants: a template may write numbers, flags and texts in any of the others.</summary>
internal static class RequestScalars
{
    public static JsonNode? Converted(string name, JsonNode? value) => value switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Converted(pair.Key, pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => Converted(name, item))]),
        JsonValue scalar => Scalar(name, scalar),
        _ => null,
    };

    private static bool IsNumber(string name) =>
        name.EndsWith("CapacityUnits", StringComparison.Ordinal)
        || name.EndsWith("InMBs", StringComparison.Ordinal)
        || name.EndsWith("InSeconds", StringComparison.Ordinal)
        || name is "MaximumRetryAttempts" or "MaximumWindowInMinutes";

    private static JsonValue Scalar(string name, JsonValue scalar)
    {
        var text = scalar.GetValueKind() == JsonValueKind.String ? scalar.GetValue<string>() : scalar.ToJsonString();
        return name switch
        {
            _ when IsNumber(name) && long.TryParse(text, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ when name.EndsWith("Enabled", StringComparison.Ordinal) && bool.TryParse(text, out var flag) => JsonValue.Create(flag),
            _ => JsonValue.Create(text),
        };
    }
}
