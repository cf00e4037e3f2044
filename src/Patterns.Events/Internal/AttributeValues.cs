using System.Text.Json;
using AttributeValue = Amazon.Lambda.DynamoDBEvents.DynamoDBEvent.AttributeValue;

namespace Patterns.TypedEvents.Internal;

/// <summary>Writes the typed values of a table as the plain JSON that they mean.</summary>
internal static class AttributeValues
{
    public static void WriteItem(Utf8JsonWriter writer, Dictionary<string, AttributeValue>? item)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in item ?? [])
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>A key attribute's value: text, a number or binary data.</summary>
    public static string? ToKey(AttributeValue value) =>
        value.S ?? value.N ?? (value.B is { } binary ? Convert.ToBase64String(binary.ToArray()) : null);

    private static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }:
                writer.WriteStringValue(text);
                break;
            case { N: { } number }:
                writer.WriteRawValue(number);
                break;
            case { BOOL: { } truth }:
                writer.WriteBooleanValue(truth);
                break;
            case { B: { } binary }:
                writer.WriteBase64StringValue(binary.ToArray());
                break;
            case { M: { } map }:
                WriteItem(writer, map);
                break;
            case { L: { } list }:
                WriteList(writer, list, Write);
                break;
            case { SS: { } texts }:
                WriteList(writer, texts, static (target, text) => target.WriteStringValue(text));
                break;
            case { NS: { } numbers }:
                WriteList(writer, numbers, static (target, number) => target.WriteRawValue(number));
                break;
            case { BS: { } binaries }:
                WriteList(writer, binaries, static (target, binary) => target.WriteBase64StringValue(binary.ToArray()));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteList<TElement>(Utf8JsonWriter writer, List<TElement> elements, Action<Utf8JsonWriter, TElement> write)
    {
        writer.WriteStartArray();
        foreach (var element in elements)
        {
            write(writer, element);
        }

        writer.WriteEndArray();
    }
}
