using System.Text;
using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>Reads values and items in the wire's form, for example <c>{"S":"text"}</c>.</summary>
internal static class AttributeValueReader
{
    private const string JavaType = "com.amazonaws.dynamodb.v20120810.AttributeValue";

    /// <summary>Reads a value. The reader stands on its first token and afterwards on its last one.</summary>
    /// <remarks>Values nest two JSON levels a level: the reader needs a <see cref="JsonReaderOptions.MaxDepth"/> above the default.</remarks>
    /// <exception cref="AwsException"><c>ValidationException</c> or <c>SerializationException</c> with the service's text.</exception>
    public static AttributeValue Read(ref Utf8JsonReader reader) => ReadValue(ref reader, 1);

    /// <summary>Reads an item, a key or another map of values. The reader stands on its first token and afterwards on its last one.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c> or <c>SerializationException</c> with the service's text.</exception>
    public static Item ReadItem(ref Utf8JsonReader reader) => ReadAttributes(ref reader, 1);

    private static AttributeValue ReadValue(ref Utf8JsonReader reader, int depth)
    {
        CheckStart(ref reader);
        if (depth > AttributeValue.MaxDepth)
        {
            throw ValueErrors.TooDeep();
        }

        AttributeValue? value = null;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var type = ReadType(ref reader);
            reader.Read();
            if (type is null || reader.TokenType == JsonTokenType.Null)
            {
                reader.Skip();
                continue;
            }

            value = ReadContent(ref reader, type.Value, depth);
            count++;
        }

        return count > 1 ? throw ValueErrors.Ambiguous() : value ?? throw ValueErrors.Empty();
    }

    private static void CheckStart(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw reader.TokenType switch
            {
                JsonTokenType.Null => ValueErrors.Empty(),
                JsonTokenType.StartArray => ValueErrors.Serialization($"Unrecognized collection type class {JavaType}"),
                _ => ValueErrors.Serialization("Unexpected value type in payload"),
            };
        }
    }

    private static AttributeType? ReadType(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("S"u8) ? AttributeType.S
        : reader.ValueTextEquals("N"u8) ? AttributeType.N
        : reader.ValueTextEquals("BOOL"u8) ? AttributeType.BOOL
        : reader.ValueTextEquals("M"u8) ? AttributeType.M
        : reader.ValueTextEquals("L"u8) ? AttributeType.L
        : reader.ValueTextEquals("NULL"u8) ? AttributeType.NULL
        : reader.ValueTextEquals("B"u8) ? AttributeType.B
        : reader.ValueTextEquals("SS"u8) ? AttributeType.SS
        : reader.ValueTextEquals("NS"u8) ? AttributeType.NS
        : reader.ValueTextEquals("BS"u8) ? AttributeType.BS
        : null;

    private static AttributeValue ReadContent(ref Utf8JsonReader reader, AttributeType type, int depth) => type switch
    {
        AttributeType.S or AttributeType.N or AttributeType.B => ReadScalar(ref reader, type),
        AttributeType.BOOL => BooleanValue.Of(WireText.ReadBoolean(ref reader)),
        AttributeType.NULL => WireText.ReadBoolean(ref reader) ? NullValue.Instance : throw ValueErrors.FalseNull(),
        AttributeType.M => new MapValue(ReadAttributes(ref reader, depth + 1)),
        AttributeType.L => ReadList(ref reader, depth),
        _ => ReadSet(ref reader, type),
    };

    private static AttributeValue ReadScalar(ref Utf8JsonReader reader, AttributeType type) => type switch
    {
        AttributeType.S => new StringValue(WireText.ReadString(ref reader)),
        AttributeType.N => new NumberValue(ReadNumber(ref reader)),
        _ => new BinaryValue(WireText.ReadBinary(ref reader)),
    };

    private static DynamoNumber ReadNumber(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && !reader.ValueIsEscaped
            ? DynamoNumber.Parse(reader.ValueSpan)
            : DynamoNumber.Parse(Encoding.UTF8.GetBytes(WireText.ReadString(ref reader)));

    private static Item ReadAttributes(ref Utf8JsonReader reader, int depth)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ValueErrors.Serialization(reader.TokenType == JsonTokenType.StartArray
                ? $"Unrecognized collection type java.util.Map<java.lang.String, {JavaType}>"
                : "Unexpected field type");
        }

        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = AttributeNames.Read(ref reader);
            reader.Read();
            attributes[name] = ReadValue(ref reader, depth);
        }

        return new Item(attributes);
    }

    private static ListValue ReadList(ref Utf8JsonReader reader, int depth)
    {
        CheckArray(ref reader);
        var elements = new List<AttributeValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(ReadValue(ref reader, depth + 1));
        }

        return new ListValue([.. elements]);
    }

    private static SetValue ReadSet(ref Utf8JsonReader reader, AttributeType type)
    {
        CheckArray(ref reader);
        var elements = new List<AttributeValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(ReadScalar(ref reader, SetValue.ElementTypeOf(type)));
        }

        return elements.Count == 0
            ? throw ValueErrors.EmptySet(type)
            : SetValue.TryCreate(type, [.. elements], out _) ?? throw ValueErrors.Duplicates(type, elements);
    }

    private static void CheckArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw reader.TokenType == JsonTokenType.StartObject ? WireText.MisplacedStructure() : ValueErrors.Serialization("Unexpected field type");
        }
    }
}
