namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>Writes an answer without knowing the protocol: names are those of JSON, and those of XML where they differ.</summary>
internal abstract class SqsAnswer
{
    /// <summary>A member; nothing where the value is null.</summary>
    public abstract void Text(string name, string? value);

    public abstract void Text(string name, ReadOnlySpan<byte> utf8);

    public abstract void Number(string name, long value);

    public abstract void Boolean(string name, bool value);

    public abstract void Base64(string name, ReadOnlySpan<byte> value);

    /// <summary>A list of texts: <c>"QueueUrls":["…"]</c>, or one <c>QueueUrl</c> element each; nothing where it is empty.</summary>
    public abstract void Texts(string name, string elementName, IEnumerable<string> values);

    /// <summary>A map of texts: an object, or elements with a name and a value; nothing where it is empty.</summary>
    public abstract void Map(string name, string elementName, string keyName, string valueName, IEnumerable<KeyValuePair<string, string>> pairs);

    public abstract void StartList(string name);

    public abstract void EndList();

    public abstract void StartItem(string elementName);

    public abstract void EndItem(string elementName);

    /// <summary>Starts a map with structured values, such as message attributes.</summary>
    public abstract void StartMap(string name);

    public abstract void EndMap();

    public abstract void StartPair(string elementName, string key);

    public abstract void EndPair(string elementName);
}
