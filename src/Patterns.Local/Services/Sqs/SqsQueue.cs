using System.Globalization;
using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Services.Sqs.Settings;
using Patterns.Local.Services.Sqs.Storage;

namespace Patterns.Local.Services.Sqs;

/// <summary>One queue. Safe for use by many threads.</summary>
internal sealed class SqsQueue
{
    private readonly SqsService _service;
    private readonly Lock _changes = new();
    private readonly QueueMessages _messages;
    private readonly DateTimeOffset _createdAt;
    private DateTimeOffset _changedAt;
    private volatile QueueSettings _settings;

    internal SqsQueue(SqsService service, string name, QueueSettings settings, IReadOnlyDictionary<string, string>? tags)
    {
        _service = service;
        Name = name;
        Arn = service.Aws.Arn("sqs", name);
        _settings = settings;
        Tags = new QueueTags(service.Limits, tags);
        _createdAt = _changedAt = service.Aws.Time.GetUtcNow();
        _messages = new QueueMessages(this, service);
    }

    public string Name { get; }

    public string Arn { get; }

    public string Url => $"{_service.Aws.Endpoint}/{_service.Aws.AccountId}/{Name}";

    public bool IsFifo => Settings.IsFifo;

    /// <summary>The settings as they are now; a change replaces them.</summary>
    public QueueSettings Settings => _settings;

    public QueueTags Tags { get; }

    public QueueCounts Counts => _messages.Counts;

    internal QueueMessages Messages => _messages;

    /// <exception cref="AwsException">The message breaks a rule of the service or of this queue.</exception>
    public SentMessage Send(NewMessage message)
    {
        MessageRules.Check(message, Settings, _service.Limits);
        return _messages.Send(message, Settings);
    }

    /// <summary>Takes up to <paramref name="maximum"/> messages that are visible now.</summary>
    public IReadOnlyList<ReceivedMessage> Receive(int maximum, TimeSpan? visibilityTimeout = null) =>
        _messages.Receiver.Receive(new ReceiveOptions(maximum) { VisibilityTimeout = visibilityTimeout, Wait = TimeSpan.Zero });

    /// <summary>Waits for messages as the options or else the queue say; empty when the time is over.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was taken.</exception>
    public ValueTask<IReadOnlyList<ReceivedMessage>> ReceiveAsync(ReceiveOptions options, CancellationToken cancellationToken) =>
        _messages.Receiver.ReceiveAsync(options with { Wait = options.Wait ?? Settings.ReceiveWait }, cancellationToken);

    /// <summary>Deletes the message; a handle of an earlier receive, or of a deleted message, does nothing in a standard queue.</summary>
    /// <exception cref="AwsException">The handle is none of this queue's, or it expired in a FIFO queue.</exception>
    public void Delete(string receiptHandle) => _messages.Delete(receiptHandle);

    /// <summary>Hides the message for <paramref name="timeout"/> from now on; zero gives it back at once.</summary>
    public void ChangeVisibility(string receiptHandle, TimeSpan timeout) => _messages.ChangeVisibility(receiptHandle, timeout);

    /// <summary>Deletes every message, received ones too.</summary>
    public void Purge() => _messages.Purge();

    /// <summary>Changes settings; a name or value that is not allowed changes nothing.</summary>
    public void SetAttributes(IReadOnlyDictionary<string, string> attributes)
    {
        CheckTypeIsKept(attributes);
        lock (_changes)
        {
            var changed = QueueAttributes.Apply(Settings, attributes);
            if (attributes.TryGetValue("RedrivePolicy", out var policy) && policy.Length > 0)
            {
                _service.Redrive.Check(Name, changed, policy);
            }

            Replace(changed);
        }
    }

    /// <summary>Replaces the settings by what <paramref name="change"/> makes of them, while no other change runs.</summary>
    public void Change(Func<QueueSettings, QueueSettings> change)
    {
        lock (_changes)
        {
            Replace(change(Settings));
        }
    }

    /// <summary>Every attribute that has a value, by the names of the API.</summary>
    public Dictionary<string, string> Attributes()
    {
        var (settings, changedAt) = Current();
        var counts = Counts;
        var attributes = new Dictionary<string, string>
        {
            ["QueueArn"] = Arn,
            ["ApproximateNumberOfMessages"] = Text(counts.Visible),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(counts.InFlight),
            ["ApproximateNumberOfMessagesDelayed"] = Text(counts.Delayed),
            ["CreatedTimestamp"] = Text(_createdAt.ToUnixTimeSeconds()),
            ["LastModifiedTimestamp"] = Text(changedAt.ToUnixTimeSeconds()),
        };
        foreach (var attribute in QueueAttributes.All)
        {
            if ((!attribute.IsFifoOnly || settings.IsFifo) && attribute.Read(settings) is { } value)
            {
                attributes[attribute.Name] = value;
            }
        }

        if (settings.IsFifo)
        {
            attributes[QueueAttributes.FifoQueue] = "true";
        }

        return attributes;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private (QueueSettings Settings, DateTimeOffset ChangedAt) Current()
    {
        lock (_changes)
        {
            return (_settings, _changedAt);
        }
    }

    private void Replace(QueueSettings changed)
    {
        var delayChanged = changed.Delay != Settings.Delay;
        _settings = changed;
        _changedAt = _service.Aws.Time.GetUtcNow();
        if (changed.IsFifo && delayChanged)
        {
            _messages.Redelay(changed.Delay);
        }
    }

    private void CheckTypeIsKept(IReadOnlyDictionary<string, string> attributes)
    {
        if (!attributes.TryGetValue(QueueAttributes.FifoQueue, out var fifo))
        {
            return;
        }

        if (!IsFifo)
        {
            throw SqsErrors.InvalidAttributeName(QueueAttributes.FifoQueue);
        }

        if (fifo != "true")
        {
            throw SqsErrors.InvalidAttributeValue(QueueAttributes.FifoQueue, "Modifying queue type is not supported.");
        }
    }
}
