using System.Globalization;
using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>A whole envelope as the value of an attribute.</summary>
internal static class EnvelopeValue
{
    public static TableValue Write(Envelope envelope)
    {
        var members = new Dictionary<string, TableValue>(StringComparer.Ordinal)
        {
            ["id"] = envelope.Id,
            ["body"] = TableValue.From(envelope.Body.Span),
        };
        Add(members, "type", envelope.Type);
        Add(members, "source", envelope.Source);
        Add(members, "subject", envelope.Subject);
        Add(members, "time", envelope.Time?.ToString("O", CultureInfo.InvariantCulture));
        Add(members, "key", envelope.Key);
        Add(members, "correlation", envelope.CorrelationId);
        Add(members, "causation", envelope.CausationId);
        Add(members, "trace", envelope.TraceParent);
        if (envelope.Attributes.Count > 0)
        {
            members["attributes"] = TableValue.MapOf(envelope.Attributes.Select(pair => KeyValuePair.Create(pair.Key, TableValue.From(pair.Value))));
        }

        return TableValue.MapOf(members);
    }

    public static Envelope Read(TableValue value)
    {
        var members = value.GetMap();
        return new Envelope
        {
            Id = members["id"].GetString(),
            Body = members["body"].GetBytes(),
            Type = Text(members, "type"),
            Source = Text(members, "source"),
            Subject = Text(members, "subject"),
            Time = Text(members, "time") is { } time ? DateTimeOffset.ParseExact(time, "O", CultureInfo.InvariantCulture) : null,
            Key = Text(members, "key"),
            CorrelationId = Text(members, "correlation"),
            CausationId = Text(members, "causation"),
            TraceParent = Text(members, "trace"),
            Attributes = ReadAttributes(members),
        };
    }

    private static void Add(Dictionary<string, TableValue> members, string name, string? text)
    {
        if (text is not null)
        {
            members.Add(name, text);
        }
    }

    private static string? Text(IReadOnlyDictionary<string, TableValue> members, string name) => members.GetValueOrDefault(name)?.GetString();

    private static Dictionary<string, string> ReadAttributes(IReadOnlyDictionary<string, TableValue> members)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in members.GetValueOrDefault("attributes")?.GetMap() ?? new Dictionary<string, TableValue>())
        {
            attributes.Add(name, text.GetString());
        }

        return attributes;
    }
}
