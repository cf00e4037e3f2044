using System.Text.Json;

namespace Patterns.Local.Services.StepFunctions.Data;

/// <summary>Builds values from the tokens of a reader; of members with one name the last counts.</summary>
internal static class JsonDataReader
{
    /// <summary>Reads the value that the reader stands on, and leaves the reader on its last token.</summary>
    public static JsonData Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => new TextData(Text(ref reader)),
        JsonTokenType.Number => NumberData.FromLiteral(System.Text.Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.True => BooleanData.True,
        JsonTokenType.False => BooleanData.False,
        JsonTokenType.Null => NullData.Instance,
        _ => throw new JsonException("There is no value."),
    };

    private static ObjectData ReadObject(ref Utf8JsonReader reader)
    {
        var members = new ObjectBuilder();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            reader.Read();
            members.Set(name, Read(ref reader));
        }

        return members.Build();
    }

    private static ArrayData ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<JsonData>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return new ArrayData(items);
    }

    internal static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("A text is not valid Unicode.", error);
        }
    }
}
