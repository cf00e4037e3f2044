using System.Text.Json;

namespace Patterns.Local.Services.Sqs.Settings;

/// <summary>Reads the small JSON objects that queue attributes hold.</summary>
internal static class PolicyJson
{
    public static JsonDocument Parse(string attribute, string json)
    {
        try
        {
            var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Answered below, as any other text that is no object.
        }

        throw SqsErrors.InvalidParameterValue(attribute, json, "Not a valid JSON map.");
    }

    /// <summary>A string, or a number as it is written; null for everything else.</summary>
    public static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;
}
