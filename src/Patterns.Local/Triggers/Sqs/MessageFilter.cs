using System.Text.Json;
using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Triggers.Sqs;

/// <summary>Decides which messages a function gets: those that match any of its patterns.</summary>
internal sealed class MessageFilter(EventPattern[] patterns, string queueArn, string region)
{
    public bool Accepts(ReceivedMessage message)
    {
        if (patterns.Length == 0)
        {
            return true;
        }

        using var record = Document(message);
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(record.RootElement))
            {
                return true;
            }
        }

        return false;
    }

    // A pattern over plain text must not see a body that is JSON as text, and the other way round.
    private JsonDocument Document(ReceivedMessage message) =>
        JsonDocument.Parse(SqsEvent.WriteForFilter(message, queueArn, region, JsonText.IsObjectOrArray(message.Utf8Body.Span)));
}
