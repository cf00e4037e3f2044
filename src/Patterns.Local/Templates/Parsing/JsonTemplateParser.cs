using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Parsing;

/// <summary>Reads JSON by itself instead of as YAML, for error messages that speak of JSON.</summary>
internal sealed class JsonTemplateParser(LineIndex lines, DiagnosticBag diagnostics)
{
    private readonly NodeBuilder _nodes = new(diagnostics);

    public static TemplateNode? Parse(string file, string text, DiagnosticBag diagnostics)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var lines = new LineIndex(file, utf8);
        try
        {
            return new JsonTemplateParser(lines, diagnostics).ParseDocument(utf8);
        }
        catch (JsonException error)
        {
            diagnostics.Stop(lines.At(error.LineNumber ?? 0, error.BytePositionInLine ?? 0), $"invalid JSON: {Explain(error)}");
            return null;
        }
    }

    private static string Explain(JsonException error)
    {
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var message = end < 0 ? error.Message : error.Message[..end];
        return message.Replace("Change the reader options.", "", StringComparison.Ordinal).TrimEnd(' ', '.');
    }

    private TemplateNode ParseDocument(byte[] utf8)
    {
        // One more level than allowed, so that the limit is reported by the builder and in its words.
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = TemplateLimits.Depth + 2 });
        reader.Read();
        var root = ParseNode(ref reader, depth: 0);
        reader.Read();
        return root;
    }

    private TemplateNode ParseNode(ref Utf8JsonReader reader, int depth)
    {
        var location = lines.At(reader.TokenStartIndex);
        _nodes.CheckDepth(location, depth);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ParseObject(ref reader, location, depth),
            JsonTokenType.StartArray => ParseArray(ref reader, location, depth),
            JsonTokenType.Number => new ScalarNode(location, Encoding.UTF8.GetString(reader.ValueSpan), ScalarKind.Number),
            JsonTokenType.True => NodeFactory.Flag(location, flag: true),
            JsonTokenType.False => NodeFactory.Flag(location, flag: false),
            JsonTokenType.Null => new ScalarNode(location, "", ScalarKind.Null),
            _ => new ScalarNode(location, Text(ref reader, location)),
        };
    }

    private SequenceNode ParseArray(ref Utf8JsonReader reader, SourceLocation location, int depth)
    {
        var items = ImmutableArray.CreateBuilder<TemplateNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ParseNode(ref reader, depth + 1));
        }

        return _nodes.Sequence(location, items.ToImmutable());
    }

    private TemplateNode ParseObject(ref Utf8JsonReader reader, SourceLocation location, int depth)
    {
        var entries = new List<MappingEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var keyLocation = lines.At(reader.TokenStartIndex);
            var key = Text(ref reader, keyLocation);
            reader.Read();
            entries.Add(new MappingEntry(key, keyLocation, ParseNode(ref reader, depth + 1)));
        }

        return _nodes.Mapping(location, entries);
    }

    private string Text(ref Utf8JsonReader reader, SourceLocation location)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            diagnostics.Stop(location, "invalid JSON: the text contains half of a surrogate pair");
            return "";
        }
    }
}
