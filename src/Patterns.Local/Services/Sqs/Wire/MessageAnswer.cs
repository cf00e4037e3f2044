using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>Writes sent and received messages.</summary>
internal static class MessageAnswer
{
    public static void Sent(this SqsAnswer answer, SentMessage sent)
    {
        answer.Id("MessageId", sent.MessageId);
        answer.Digest("MD5OfMessageBody", sent.BodyDigest);
        answer.Digest("MD5OfMessageAttributes", sent.AttributesDigest);
        answer.Digest("MD5OfMessageSystemAttributes", sent.SystemAttributesDigest);
        answer.Text("SequenceNumber", sent.SequenceNumber);
    }

    public static void Received(this SqsAnswer answer, ReceivedMessage message, AttributeSelection selection)
    {
        answer.StartItem("Message");
        answer.Id("MessageId", message.Id);
        answer.Text("ReceiptHandle", message.ReceiptHandle);
        answer.Digest("MD5OfBody", message.BodyDigest);
        answer.Text("Body", message.Utf8Body.Span);
        answer.Map("Attributes", "Attribute", "Name", "Value", SystemAttributes(message, selection.SystemNames));
        answer.Attributes(message, selection.Of(message.Attributes));
        answer.EndItem("Message");
    }

    private static void Attributes(this SqsAnswer answer, ReceivedMessage message, IReadOnlyDictionary<string, MessageAttribute>? chosen)
    {
        if (chosen is null || chosen.Count == 0)
        {
            return;
        }

        answer.Digest("MD5OfMessageAttributes", ReferenceEquals(chosen, message.Attributes) ? message.AttributesDigest : AttributeDigest.Of(chosen));
        answer.StartMap("MessageAttributes");
        foreach (var (name, attribute) in chosen)
        {
            answer.StartPair("MessageAttribute", name);
            answer.Attribute(attribute);
            answer.EndPair("MessageAttribute");
        }

        answer.EndMap();
    }

    private static void Attribute(this SqsAnswer answer, MessageAttribute attribute)
    {
        if (attribute.IsBinary)
        {
            answer.Base64("BinaryValue", attribute.BinaryValue.Span);
        }
        else
        {
            answer.Text("StringValue", attribute.StringValue);
        }

        answer.Text("DataType", attribute.DataType);
    }

    private static IEnumerable<KeyValuePair<string, string>> SystemAttributes(ReceivedMessage message, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (message.SystemAttribute(names[i]) is { } value)
            {
                yield return KeyValuePair.Create(names[i], value);
            }
        }
    }

    private static void Digest(this SqsAnswer answer, string name, MessageDigest? digest)
    {
        if (digest is { } value)
        {
            Span<byte> digits = stackalloc byte[MessageDigest.Length];
            value.Format(digits);
            answer.Text(name, digits);
        }
    }

    private static void Id(this SqsAnswer answer, string name, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out _);
        answer.Text(name, text);
    }
}
