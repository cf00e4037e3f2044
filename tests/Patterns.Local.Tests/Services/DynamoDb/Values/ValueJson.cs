using System.Text;
using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Values;

internal static class ValueJson
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 256 };

    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AttributeValue Value(string json) => Value(Encoding.UTF8.GetBytes(json));

    public static AttributeValue Value(byte[] json)
    {
        var reader = new Utf8JsonReader(json, Deep);
        reader.Read();
        return AttributeValueReader.Read(ref reader);
    }

    public static Item Item(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), Deep);
        reader.Read();
        return AttributeValueReader.ReadItem(ref reader);
    }

    public static string Text(AttributeValue value) => Write(writer => AttributeValueWriter.Write(writer, value));

    public static string Text(Item item) => Write(writer => AttributeValueWriter.WriteItem(writer, item));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
