using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.Sns.Subscriptions;

namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>Writes messages in the forms that subscribers get.</summary>
internal sealed class SnsEnvelopes(AwsEnvironment aws, NotificationSigner signer)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document for queues and web endpoints. FIFO topics number their messages and do not sign them.</summary>
    public string Notification(Notification notification, Subscription subscription) => Write(json =>
    {
        var text = notification.Texts.For(subscription.Protocol);
        json.WriteStartObject();
        json.WriteString("Type", "Notification");
        json.WriteString("MessageId", notification.MessageId);
        if (notification.IsFifo)
        {
            json.WriteString("SequenceNumber", notification.SequenceNumber);
        }

        json.WriteString("TopicArn", notification.TopicArn);
        if (notification.Subject is { } subject)
        {
            json.WriteString("Subject", subject);
        }

        json.WriteString("Message", text);
        json.WriteString("Timestamp", TimestampOf(notification.Time));
        if (!notification.IsFifo)
        {
            WriteSignature(json, notification.SignatureVersion, SignatureOf(notification, text), "URL");
        }

        json.WriteString("UnsubscribeURL", UnsubscribeUrl(subscription));
        if (notification.Attributes.Count > 0)
        {
            WriteAttributes(json, notification.Attributes);
        }

        json.WriteEndObject();
    });

    /// <summary>The event for functions, which spells <c>Url</c> where the document spells <c>URL</c>.</summary>
    public string LambdaEvent(Notification notification, Subscription subscription) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("Records");
        json.WriteStartObject();
        json.WriteString("EventSource", "aws:sns");
        json.WriteString("EventVersion", "1.0");
        json.WriteString("EventSubscriptionArn", subscription.Arn);
        json.WriteStartObject("Sns");
        WriteLambdaMessage(json, notification, subscription);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The document that asks a web endpoint to confirm.</summary>
    public string Confirmation(Subscription subscription, ConfirmationToken token, string messageId) => Write(json =>
    {
        var topicArn = subscription.Topic.Arn;
        var message = $"You have chosen to subscribe to the topic {topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.";
        var subscribeUrl = $"{aws.Endpoint}/?Action=ConfirmSubscription&TopicArn={topicArn}&Token={token.Value}";
        var timestamp = TimestampOf(aws.Time.GetUtcNow());
        json.WriteStartObject();
        json.WriteString("Type", "SubscriptionConfirmation");
        json.WriteString("MessageId", messageId);
        json.WriteString("Token", token.Value);
        json.WriteString("TopicArn", topicArn);
        json.WriteString("Message", message);
        json.WriteString("SubscribeURL", subscribeUrl);
        json.WriteString("Timestamp", timestamp);
        var version = subscription.Topic.SignatureVersion;
        var canonical = Lines(
            "Message", message, "MessageId", messageId, "SubscribeURL", subscribeUrl, "Timestamp", timestamp,
            "Token", token.Value, "TopicArn", topicArn, "Type", "SubscriptionConfirmation");
        WriteSignature(json, version, signer.Sign(canonical, version), "URL");
        json.WriteEndObject();
    });

    private void WriteLambdaMessage(Utf8JsonWriter json, Notification notification, Subscription subscription)
    {
        var text = notification.Texts.For(subscription.Protocol);
        json.WriteString("Type", "Notification");
        json.WriteString("MessageId", notification.MessageId);
        json.WriteString("TopicArn", notification.TopicArn);
        json.WriteString("Subject", notification.Subject);
        json.WriteString("Message", text);
        json.WriteString("Timestamp", TimestampOf(notification.Time));
        WriteSignature(json, notification.SignatureVersion, SignatureOf(notification, text), "Url");
        json.WriteString("UnsubscribeUrl", UnsubscribeUrl(subscription));
        WriteAttributes(json, notification.Attributes);
    }

    private string SignatureOf(Notification notification, string text) =>
        notification.SignatureOf(text, () => signer.Sign(Canonical(notification, text), notification.SignatureVersion));

    private void WriteSignature(Utf8JsonWriter json, string version, string signature, string url)
    {
        json.WriteString("SignatureVersion", version);
        json.WriteString("Signature", signature);
        json.WriteString($"SigningCert{url}", aws.Endpoint + signer.CertificatePath);
    }

    private static void WriteAttributes(Utf8JsonWriter json, IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        json.WriteStartObject("MessageAttributes");
        foreach (var (name, attribute) in attributes)
        {
            json.WriteStartObject(name);
            json.WriteString("Type", attribute.DataType);
            if (attribute.StringValue is { } text)
            {
                json.WriteString("Value", text);
            }
            else
            {
                json.WriteBase64String("Value", attribute.BinaryValue.Span);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private string UnsubscribeUrl(Subscription subscription) =>
        $"{aws.Endpoint}/?Action=Unsubscribe&SubscriptionArn={subscription.Arn}";

    private static string Canonical(Notification notification, string text)
    {
        var head = Lines("Message", text, "MessageId", notification.MessageId);
        var subject = notification.Subject is { } value ? Lines("Subject", value) : "";
        return head + subject + Lines("Timestamp", TimestampOf(notification.Time), "TopicArn", notification.TopicArn, "Type", "Notification");
    }

    private static string Lines(params ReadOnlySpan<string?> namesAndValues) => string.Join('\n', namesAndValues) + "\n";

    private static string TimestampOf(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            content(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
