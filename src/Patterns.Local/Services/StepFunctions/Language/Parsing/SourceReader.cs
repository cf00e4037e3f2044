using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads a definition's text into values that know their places.</summary>
internal static class SourceReader
{
    private const int MaxDepth = 128;

    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static SourceNode Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        var node = Read(ref reader, string.Empty, (int)reader.TokenStartIndex);
        return reader.Read() ? throw new JsonException("There is more than one value.") : node;
    }

    private static SourceNode Read(ref Utf8JsonReader reader, string location, int offset) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader, location, offset),
        JsonTokenType.StartArray => ReadArray(ref reader, location, offset),
        _ => new SourceNode(JsonDataReader.Read(ref reader), location, offset),
    };

    private static SourceNode ReadObject(ref Utf8JsonReader reader, string location, int offset)
    {
        var members = new List<KeyValuePair<string, SourceNode>>();
        var data = new ObjectBuilder();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var name = JsonDataReader.Text(ref reader);
            reader.Read();
            var value = Read(ref reader, $"{location}/{name}", start);
            members.Add(new(name, value));
            data.Set(name, value.Data);
        }

        return new SourceNode(data.Build(), location, offset) { Members = members };
    }

    private static SourceNode ReadArray(ref Utf8JsonReader reader, string location, int offset)
    {
        var items = new List<SourceNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, $"{location}[{items.Count}]", (int)reader.TokenStartIndex));
        }

        return new SourceNode(new ArrayData([.. items.Select(item => item.Data)]), location, offset) { Items = items };
    }
}
