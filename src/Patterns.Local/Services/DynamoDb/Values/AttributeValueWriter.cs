using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>Writes values and items in the wire's form, for example <c>{"S":"text"}</c>.</summary>
internal static class AttributeValueWriter
{
    private static readonly JsonEncodedText[] TypeNames = [.. Enum.GetValues<AttributeType>().Select(type => JsonEncodedText.Encode(type.ToString()))];

    public static void WriteItem(Utf8JsonWriter writer, Item item)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in item.Attributes)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(TypeNames[(int)value.Type]);
        WriteContent(writer, value);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value)
        {
            case BooleanValue boolean:
                writer.WriteBooleanValue(boolean.IsTrue);
                break;
            case NullValue:
                writer.WriteBooleanValue(true);
                break;
            case MapValue map:
                WriteItem(writer, map.Content);
                break;
            case ListValue list:
                WriteList(writer, list);
                break;
            case SetValue set:
                WriteSet(writer, set);
                break;
            default:
                WriteScalar(writer, value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ListValue list)
    {
        writer.WriteStartArray();
        foreach (var element in list.Elements)
        {
            Write(writer, element);
        }

        writer.WriteEndArray();
    }

    private static void WriteSet(Utf8JsonWriter writer, SetValue set)
    {
        writer.WriteStartArray();
        foreach (var element in set.Elements)
        {
            WriteScalar(writer, element);
        }

        writer.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value)
        {
            case StringValue text:
                writer.WriteStringValue(text.Text);
                break;
            case NumberValue number:
                Span<byte> digits = stackalloc byte[NumberText.MaxLength];
                writer.WriteStringValue(digits[..number.Number.Format(digits)]);
                break;
            case BinaryValue binary:
                writer.WriteBase64StringValue(binary.Bytes.Span);
                break;
        }
    }
}
