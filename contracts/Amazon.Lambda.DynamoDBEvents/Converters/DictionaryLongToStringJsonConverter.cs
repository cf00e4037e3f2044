using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.DynamoDBEvents.Converters;

/// <summary>Reads a flat object of texts and whole numbers as texts.</summary>
public class DictionaryLongToStringJsonConverter : JsonConverter<Dictionary<string, string>>
{
    /// <inheritdoc/>
    public override Dictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"The state is an object, not a {reader.TokenType}.");
        }

        var values = new Dictionary<string, string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            if (string.IsNullOrWhiteSpace(name))
            {
                throw new JsonException("A name in the state is empty.");
            }

            reader.Read();
            values.Add(name, ReadValue(ref reader));
        }

        return values;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Dictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            writer.WriteString(options.DictionaryKeyPolicy?.ConvertName(name) ?? name, text);
        }

        writer.WriteEndObject();
    }

    private static string ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new JsonException($"A value in the state is text or a whole number, not a {reader.TokenType}."),
    };
}
