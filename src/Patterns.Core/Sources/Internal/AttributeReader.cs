using System.Text.Json;
using Patterns.Telemetry;

namespace Patterns.Sources.Internal;

/// <summary>Reads message attributes that have a text value, on demand.</summary>
internal static class AttributeReader
{
    public static string? Find(ReadOnlySpan<byte> attributes, AttributeForm form, string name)
    {
        var reader = new Utf8JsonReader(attributes, JsonLimits.Reader);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(name);
            reader.Read();
            var value = isWanted ? ReadValue(ref reader, form) : null;
            if (value is not null)
            {
                return value;
            }

            if (!isWanted)
            {
                reader.Skip();
            }
        }

        return null;
    }

    public static Dictionary<string, string> All(ReadOnlySpan<byte> attributes, AttributeForm form)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(attributes, JsonLimits.Reader);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (ReadValue(ref reader, form) is { } value && NameOf(name, form) is { } known)
            {
                all[known] = value;
            }
        }

        return all;
    }

    /// <summary>A structured CloudEvent has its own attributes without the prefix that they have elsewhere, those of the sender and its data beside them.</summary>
    private static string? NameOf(string name, AttributeForm form) => form switch
    {
        AttributeForm.CloudEvent when name is "data" or "data_base64" => null,
        AttributeForm.CloudEvent when MessageAttributeNames.IsCloudEvents(name) => MessageAttributeNames.Prefix + name,
        _ => name,
    };

    /// <summary>The text of the value that the reader stands on, or null; leaves the reader on the value's last token.</summary>
    private static string? ReadValue(ref Utf8JsonReader reader, AttributeForm form)
    {
        if (form == AttributeForm.CloudEvent || reader.TokenType != JsonTokenType.StartObject)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
            return text;
        }

        string? value = null;
        var isText = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = form == AttributeForm.Sqs ? reader.ValueTextEquals("stringValue"u8) : reader.ValueTextEquals("Value"u8);
            var isType = form == AttributeForm.Sns && reader.ValueTextEquals("Type"u8);
            reader.Read();
            value = isValue && reader.TokenType == JsonTokenType.String ? reader.GetString() : value;
            isText &= !isType || !reader.ValueTextEquals("Binary"u8);
            reader.Skip();
        }

        return isText ? value : null;
    }
}
