using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Patterns.Local.HttpApi;

/// <summary>The JSON of one event, and the forms that maps have in it.</summary>
internal sealed class EventWriter : IDisposable
{
    private static readonly JsonWriterOptions s_options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _output;

    public EventWriter(int bodyLength = 0)
    {
        _output = new ArrayBufferWriter<byte>(1024 + bodyLength);
        Json = new Utf8JsonWriter(_output, s_options);
    }

    public Utf8JsonWriter Json { get; }

    /// <summary>What is written so far; valid after the object is disposed as well.</summary>
    public ReadOnlyMemory<byte> Written
    {
        get
        {
            Json.Flush();
            return _output.WrittenMemory;
        }
    }

    /// <summary>An empty map is left out.</summary>
    public void WriteMap(string name, IReadOnlyCollection<KeyValuePair<string, string>> values)
    {
        if (values.Count > 0)
        {
            WriteValues(name, values);
        }
    }

    /// <summary>An empty map is written as null.</summary>
    public void WriteMapOrNull(string name, IReadOnlyCollection<KeyValuePair<string, string>> values)
    {
        if (values.Count == 0)
        {
            Json.WriteNull(name);
        }
        else
        {
            WriteValues(name, values);
        }
    }

    /// <summary>Writes a map in the two forms of format 1.0, one value of each name and all of them; an empty one as null.</summary>
    /// <param name="single">The name of the first form.</param>
    /// <param name="multiple">The name of the second form.</param>
    /// <param name="values">The map.</param>
    /// <param name="joins">Whether several values are joined by commas in the first form; else the last counts.</param>
    public void WriteBothForms(string single, string multiple, IReadOnlyCollection<KeyValuePair<string, List<string>>> values, bool joins)
    {
        WriteMapOrNull(single, [.. values.Select(pair => KeyValuePair.Create(pair.Key, joins ? string.Join(',', pair.Value) : pair.Value[^1]))]);
        WriteListsOrNull(multiple, values);
    }

    public void Dispose() => Json.Dispose();

    private void WriteListsOrNull(string name, IReadOnlyCollection<KeyValuePair<string, List<string>>> values)
    {
        if (values.Count == 0)
        {
            Json.WriteNull(name);
            return;
        }

        Json.WriteStartObject(name);
        foreach (var (key, list) in values)
        {
            Json.WriteStartArray(key);
            list.ForEach(Json.WriteStringValue);
            Json.WriteEndArray();
        }

        Json.WriteEndObject();
    }

    private void WriteValues(string name, IEnumerable<KeyValuePair<string, string>> values)
    {
        Json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            Json.WriteString(key, value);
        }

        Json.WriteEndObject();
    }
}
