using System.Globalization;
using System.Text;
using System.Text.Json;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>Writes items in DynamoDB's JSON. Equal items give equal text.</summary>
internal static class ItemJson
{
    private const string WithoutTrailingZeros = "0.############################";

    public static string Text(decimal number) => number.ToString(WithoutTrailingZeros, CultureInfo.InvariantCulture);

    public static string Keys(TableKey key, TableAttributeNames names) => ToText(writer =>
    {
        writer.WriteStartObject();
        WriteKey(writer, key, names);
        writer.WriteEndObject();
    });

    public static string Image(TableItem item, TableAttributeNames names) => ToText(writer => Write(writer, item, names));

    public static string ToText(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public static void Write(Utf8JsonWriter writer, TableItem item, TableAttributeNames names)
    {
        writer.WriteStartObject();
        WriteKey(writer, item.Key, names);
        WriteMembers(writer, item.Attributes);
        if (item.ExpiresAt is { } moment)
        {
            Write(writer, names.ExpiresAt, moment.ToUnixTimeSeconds());
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, TableValue value)
    {
        writer.WriteStartObject();
        switch (value.Kind)
        {
            case TableValueKind.Null:
                writer.WriteBoolean("NULL", true);
                break;
            case TableValueKind.String:
                writer.WriteString("S", value.GetString());
                break;
            case TableValueKind.Number:
                writer.WriteString("N", Text(value.GetDecimal()));
                break;
            case TableValueKind.Boolean:
                writer.WriteBoolean("BOOL", value.GetBoolean());
                break;
            case TableValueKind.Binary:
                writer.WriteBase64String("B", value.GetBytes().Span);
                break;
            default:
                WriteContainer(writer, value);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteContainer(Utf8JsonWriter writer, TableValue value)
    {
        switch (value.Kind)
        {
            case TableValueKind.StringSet:
                WriteArray(writer, "SS", value.GetStringSet().Order(Utf8Order.Instance), writer.WriteStringValue);
                break;
            case TableValueKind.List:
                WriteArray(writer, "L", value.GetList(), element => Write(writer, element));
                break;
            default:
                writer.WriteStartObject("M");
                WriteMembers(writer, value.GetMap());
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteKey(Utf8JsonWriter writer, TableKey key, TableAttributeNames names)
    {
        Write(writer, names.PartitionKey, key.Partition);
        Write(writer, names.SortKey, key.Sort);
    }

    private static void WriteMembers(Utf8JsonWriter writer, IReadOnlyDictionary<string, TableValue> members)
    {
        foreach (var (name, value) in members.OrderBy(member => member.Key, Utf8Order.Instance))
        {
            Write(writer, name, value);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, TableValue value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, IEnumerable<T> elements, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var element in elements)
        {
            write(element);
        }

        writer.WriteEndArray();
    }
}
