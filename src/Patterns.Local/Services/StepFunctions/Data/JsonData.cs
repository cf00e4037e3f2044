using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Patterns.Local.Services.StepFunctions.Data;

/// <summary>A JSON value as it travels from state to state.</summary>
/// <remarks>Immutable, so that inputs, outputs, variables and history share their parts.</remarks>
internal abstract class JsonData
{
    /// <summary>How deep a text may nest that <see cref="Parse(string)"/> accepts.</summary>
    public const int MaxDepth = 512;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    /// <summary>The UTF-8 bytes of the compact text, which is what the service's limit for payloads counts.</summary>
    public abstract int ByteCount { get; }

    /// <summary>How many arrays and objects enclose the innermost value: 0 for scalars, 1 for an empty array.</summary>
    public virtual int Depth => 0;

    /// <exception cref="JsonException">The text is no JSON value, or nests deeper than <see cref="MaxDepth"/>.</exception>
    public static JsonData Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        reader.Read();
        var data = JsonDataReader.Read(ref reader);
        return reader.Read() ? throw new JsonException("There is more than one value.") : data;
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static JsonData Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>The compact text in UTF-8.</summary>
    public ReadOnlyMemory<byte> ToUtf8()
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(ByteCount, 16));
        WriteTo(buffer);
        return buffer.WrittenMemory;
    }

    public abstract void WriteTo(IBufferWriter<byte> buffer);

    /// <summary>Whether both are the same JSON value: numbers by value, objects in any order of their members.</summary>
    public abstract bool IsSameAs(JsonData other);

    /// <summary>The compact text.</summary>
    public sealed override string ToString() => Encoding.UTF8.GetString(ToUtf8().Span);
}
