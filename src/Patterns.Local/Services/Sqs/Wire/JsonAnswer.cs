using System.Text.Json;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>An answer of the JSON protocol.</summary>
internal sealed class JsonAnswer(Utf8JsonWriter json) : SqsAnswer
{
    public override void Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public override void Text(string name, ReadOnlySpan<byte> utf8) => json.WriteString(name, utf8);

    public override void Number(string name, long value) => json.WriteNumber(name, value);

    public override void Boolean(string name, bool value) => json.WriteBoolean(name, value);

    public override void Base64(string name, ReadOnlySpan<byte> value) => json.WriteBase64String(name, value);

    public override void Texts(string name, string elementName, IEnumerable<string> values)
    {
        var any = false;
        foreach (var value in values)
        {
            if (!any)
            {
                json.WriteStartArray(name);
                any = true;
            }

            json.WriteStringValue(value);
        }

        if (any)
        {
            json.WriteEndArray();
        }
    }

    public override void Map(string name, string elementName, string keyName, string valueName, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var any = false;
        foreach (var (key, value) in pairs)
        {
            if (!any)
            {
                json.WriteStartObject(name);
                any = true;
            }

            json.WriteString(key, value);
        }

        if (any)
        {
            json.WriteEndObject();
        }
    }

    public override void StartList(string name) => json.WriteStartArray(name);

    public override void EndList() => json.WriteEndArray();

    public override void StartItem(string elementName) => json.WriteStartObject();

    public override void EndItem(string elementName) => json.WriteEndObject();

    public override void StartMap(string name) => json.WriteStartObject(name);

    public override void EndMap() => json.WriteEndObject();

    public override void StartPair(string elementName, string key) => json.WriteStartObject(key);

    public override void EndPair(string elementName) => json.WriteEndObject();
}
