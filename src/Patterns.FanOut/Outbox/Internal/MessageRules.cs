using Patterns.Outbound;

namespace Patterns.FanOut.Internal;

/// <summary>What must hold of messages so that they can be published.</summary>
internal static class MessageRules
{
    /// <exception cref="ArgumentException">A message breaks a rule; the text names it.</exception>
    public static void Check(IReadOnlyList<OutboxMessage> messages)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var sequences = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            ArgumentNullException.ThrowIfNull(message, nameof(messages));
            if ((OwnMistake(message) ?? SharedMistake(message, ids, sequences)) is { } mistake)
            {
                throw new ArgumentException(mistake, nameof(messages));
            }
        }
    }

    private static string? OwnMistake(OutboxMessage message)
    {
        var envelope = message.Envelope;
        if (string.IsNullOrEmpty(envelope.Id))
        {
            return "A message has no Id: receivers recognise a duplicate by it.";
        }

        if (string.IsNullOrEmpty(envelope.Key))
        {
            return $"Message {envelope.Id} has no Key: it is the aggregate that the message is about, inside which order is kept.";
        }

        return message.Sequence < 0 ? $"Message {envelope.Id} has the sequence {message.Sequence}; it must not be negative." : Unsendable(envelope);
    }

    private static string? SharedMistake(OutboxMessage message, HashSet<string> ids, Dictionary<string, long?> sequences)
    {
        if (!ids.Add(message.Envelope.Id))
        {
            return $"Message {message.Envelope.Id} appears twice; ids are distinct.";
        }

        var key = message.Envelope.Key!;
        return sequences.TryAdd(key, message.Sequence) || sequences[key] == message.Sequence
            ? null
            : $"Message {message.Envelope.Id} has another sequence than the messages of {key} before it; one commit makes one version of an aggregate.";
    }

    private static string? Unsendable(Envelope envelope)
    {
        try
        {
            envelope.ToAttributes();
            return null;
        }
        catch (ArgumentException invalid)
        {
            return $"Message {envelope.Id} could never be sent: {invalid.Message}";
        }
    }
}
