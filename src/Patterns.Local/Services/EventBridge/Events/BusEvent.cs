using System.Text.Json;

namespace Patterns.Local.Services.EventBridge.Events;

/// <summary>An event as a bus carries it. Immutable.</summary>
internal sealed class BusEvent
{
    private readonly byte[] _json;
    private readonly Lazy<JsonElement> _document;

    public BusEvent(AwsEnvironment aws, EventHeader header, DateTimeOffset time, JsonElement detail, string? id = null)
    {
        Header = header;
        Time = time;
        Id = id ?? RandomId.New().ToString("D");
        _json = EventJson.Write(this, aws, detail);
        _document = new Lazy<JsonElement>(() => JsonElement.Parse(_json, EventJson.ReadOptions));
    }

    public string Id { get; }

    public DateTimeOffset Time { get; }

    public EventHeader Header { get; }

    /// <summary>Whether it came from another bus; it then goes on to no third one.</summary>
    public bool IsForwarded => Header.Forwarded is not null;

    /// <summary>The envelope with the detail, for patterns and paths.</summary>
    public JsonElement Document => _document.Value;

    /// <summary>The same as text, which is what targets get.</summary>
    public string Text() => System.Text.Encoding.UTF8.GetString(_json);

    /// <summary>The detail alone, as text.</summary>
    public string DetailText() => Document.GetProperty("detail").GetRawText();
}
