using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Patterns.Translation.Internal;

/// <summary>A JSON value that was read from another format.</summary>
internal sealed class Translated
{
    // What is dangerous in HTML is escaped, other scripts than Latin are not.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly JsonValueKind _kind;
    private readonly string? _text;
    private readonly List<Translated>? _items;
    private readonly XmlObject? _shape;
    private readonly Translated?[]? _values;

    public Translated(JsonValueKind kind, string text)
    {
        _kind = kind;
        _text = text;
    }

    public Translated(List<Translated> items)
    {
        _kind = JsonValueKind.Array;
        _items = items;
    }

    public Translated(XmlObject shape, Translated?[] values)
    {
        _kind = JsonValueKind.Object;
        _shape = shape;
        _values = values;
    }

    public static Translated Null { get; } = new(JsonValueKind.Null, "null");

    /// <summary>Adds an item to an array.</summary>
    public void Add(Translated item) => _items!.Add(item);

    public byte[] ToJson(TranslationLimits limits)
    {
        var buffer = new BoundedBuffer(limits.MaxBytes);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            WriteTo(writer);
        }

        return buffer.ToArray();
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (_kind)
        {
            case JsonValueKind.String:
                writer.WriteStringValue(_text);
                break;
            case JsonValueKind.Array:
                WriteItems(writer);
                break;
            case JsonValueKind.Object:
                WriteMembers(writer);
                break;
            default:
                writer.WriteRawValue(_text!, skipInputValidation: true);
                break;
        }
    }

    private void WriteItems(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in _items!)
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        for (var index = 0; index < _values!.Length; index++)
        {
            if (_values[index] is { } value)
            {
                writer.WritePropertyName(_shape!.Members[index].Name);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
