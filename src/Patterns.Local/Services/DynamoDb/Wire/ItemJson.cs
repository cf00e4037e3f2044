using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Wire;

/// <summary>Writes items as members of an answer.</summary>
internal static class ItemJson
{
    public static void WriteItem(this Utf8JsonWriter json, string name, Item item)
    {
        json.WritePropertyName(name);
        AttributeValueWriter.WriteItem(json, item);
    }

    /// <summary>Writes the key attributes of an item only.</summary>
    public static void WriteKey(this Utf8JsonWriter json, string name, Item item, IEnumerable<string> keyNames)
    {
        json.WriteStartObject(name);
        foreach (var key in keyNames)
        {
            json.WritePropertyName(key);
            AttributeValueWriter.Write(json, item[key]!);
        }

        json.WriteEndObject();
    }
}
