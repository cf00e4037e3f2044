using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Publishing;

/// <summary>An accepted message on its way to the subscriptions.</summary>
internal sealed class Notification(SnsTopic topic, PublishResult accepted, PublishInput input, MessageTexts texts, DateTimeOffset time)
{
    private readonly Dictionary<string, string> _signatures = [];

    public string TopicArn { get; } = topic.Arn;

    public string SignatureVersion { get; } = topic.SignatureVersion;

    public string MessageId { get; } = accepted.MessageId;

    public string? SequenceNumber { get; } = accepted.SequenceNumber;

    public string? Subject { get; } = input.Subject;

    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; } = input.Attributes;

    public string? GroupId { get; } = input.GroupId;

    public string? DeduplicationId { get; init; }

    public DateTimeOffset Time { get; } = time;

    public MessageTexts Texts { get; } = texts;

    public bool IsFifo => SequenceNumber is not null;

    /// <summary>The signature over a text of the message, made once for all subscriptions that get this text.</summary>
    public string SignatureOf(string text, Func<string> sign)
    {
        lock (_signatures)
        {
            if (!_signatures.TryGetValue(text, out var signature))
            {
                signature = sign();
                _signatures.Add(text, signature);
            }

            return signature;
        }
    }
}
