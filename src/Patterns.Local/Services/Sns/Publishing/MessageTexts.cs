using System.Text.Json;

namespace Patterns.Local.Services.Sns.Publishing;

/// <summary>The text of a message for each protocol, and how a pattern on the body sees it.</summary>
internal sealed class MessageTexts
{
    private const string DefaultProtocol = "default";

    private readonly Dictionary<string, string>? _byProtocol;
    private readonly Dictionary<string, JsonElement?> _parsed = [];
    private readonly string _default;

    private MessageTexts(string text, Dictionary<string, string>? byProtocol)
    {
        _default = text;
        _byProtocol = byProtocol;
    }

    /// <exception cref="AwsException">The structure asks for JSON, and the message is none with a default text.</exception>
    public static MessageTexts Of(PublishInput input)
    {
        if (input.MessageStructure is null)
        {
            return new MessageTexts(input.Message, null);
        }

        if (input.MessageStructure != "json")
        {
            throw SnsErrors.InvalidParameter("MessageStructure");
        }

        var texts = Read(input.Message);
        return texts.TryGetValue(DefaultProtocol, out var text)
            ? new MessageTexts(text, texts)
            : throw SnsErrors.InvalidParameter("Message Structure - No default entry in JSON message body");
    }

    public string For(string protocol) => _byProtocol?.GetValueOrDefault(protocol) ?? _default;

    /// <summary>The text as JSON, parsed once for all subscriptions; null when it is none.</summary>
    public JsonElement? ParsedFor(string protocol)
    {
        var text = For(protocol);
        if (!_parsed.TryGetValue(text, out var parsed))
        {
            parsed = Parse(text);
            _parsed.Add(text, parsed);
        }

        return parsed;
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Read(string message)
    {
        var texts = new Dictionary<string, string>();
        if (Parse(message) is not { ValueKind: JsonValueKind.Object } entries)
        {
            throw SnsErrors.InvalidParameter("Message Structure - JSON message body failed to parse");
        }

        foreach (var entry in entries.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.String)
            {
                texts[entry.Name] = TextOf(entry.Value);
            }
        }

        return texts;
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw SnsErrors.InvalidParameter("Message Structure - JSON message body failed to parse");
        }
    }
}
