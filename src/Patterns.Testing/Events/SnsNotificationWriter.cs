using System.Text.Json;

namespace Patterns.Testing;

internal static class SnsNotificationWriter
{
    public static void Write(
        Utf8JsonWriter writer,
        string message,
        string messageId,
        string topicArn,
        DateTimeOffset time,
        IReadOnlyDictionary<string, string>? attributes)
    {
        writer.WriteStartObject();
        writer.WriteString("Type", "Notification");
        writer.WriteString("MessageId", messageId);
        writer.WriteString("TopicArn", topicArn);
        writer.WriteString("Message", message);
        writer.WriteString("Timestamp", time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ"));
        if (attributes is not null)
        {
            writer.WriteStartObject("MessageAttributes");
            foreach (var (name, value) in attributes)
            {
                writer.WriteStartObject(name);
                writer.WriteString("Type", "String");
                writer.WriteString("Value", value);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
