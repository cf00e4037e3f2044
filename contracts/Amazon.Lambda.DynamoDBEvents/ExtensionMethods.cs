using System.Text;
using System.Text.Json;
using static Amazon.Lambda.DynamoDBEvents.DynamoDBEvent;

namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>Turns items into plain JSON.</summary>
public static class ExtensionMethods
{
    /// <summary>Writes the item as JSON without type names.</summary>
    public static string ToJson(this Dictionary<string, AttributeValue> item) => Write(item, indented: false);

    /// <summary>Writes the item as indented JSON without type names.</summary>
    public static string ToJsonPretty(this Dictionary<string, AttributeValue> item) => Write(item, indented: true);

    private static string Write(Dictionary<string, AttributeValue> item, bool indented)
    {
        if (item is null || item.Count == 0)
        {
            return "{}";
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented }))
        {
            WriteMap(writer, item);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteMap(Utf8JsonWriter writer, Dictionary<string, AttributeValue> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }: writer.WriteStringValue(text); break;
            case { N: { } number }: writer.WriteRawValue(number); break;
            case { B: { } binary }: writer.WriteBase64StringValue(binary.ToArray()); break;
            case { BOOL: { } flag }: writer.WriteBooleanValue(flag); break;
            case { NULL: not null }: writer.WriteNullValue(); break;
            case { M: { } map }: WriteMap(writer, map); break;
            case { L: { } list }: WriteList(writer, list, WriteValue); break;
            case { SS: { } texts }: WriteList(writer, texts, static (w, text) => w.WriteStringValue(text)); break;
            case { NS: { } numbers }: WriteList(writer, numbers, static (w, number) => w.WriteRawValue(number)); break;
            case { BS: { } binaries }: WriteList(writer, binaries, static (w, b) => w.WriteBase64StringValue(b.ToArray())); break;
            default: writer.WriteNullValue(); break;
        }
    }

    private static void WriteList<T>(Utf8JsonWriter writer, List<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
