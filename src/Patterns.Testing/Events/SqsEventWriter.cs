using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Patterns.Testing;

internal static class SqsEventWriter
{
    [SuppressMessage("Security", "CA5351", Justification = "MD5 is what the service sends.")]
    public static void Write(Utf8JsonWriter writer, SqsRecord record, string queueArn)
    {
        writer.WriteStartObject();
        writer.WriteString("messageId", record.MessageId);
        writer.WriteString("receiptHandle", "AQEB" + record.MessageId);
        writer.WriteString("body", record.Body);
        WriteSystemAttributes(writer, record);
        WriteAttributes(writer, record.Attributes);
        writer.WriteString("md5OfBody", Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(record.Body))));
        writer.WriteString("eventSource", "aws:sqs");
        writer.WriteString("eventSourceARN", queueArn);
        writer.WriteString("awsRegion", queueArn.Split(':')[3]);
        writer.WriteEndObject();
    }

    private static void WriteSystemAttributes(Utf8JsonWriter writer, SqsRecord record)
    {
        writer.WriteStartObject("attributes");
        writer.WriteString("ApproximateReceiveCount", record.ReceiveCount.ToString());
        writer.WriteString("SentTimestamp", "1793613600000");
        writer.WriteString("SenderId", "AIDAEXAMPLE");
        writer.WriteString("ApproximateFirstReceiveTimestamp", "1793613600010");
        if (record.GroupId is not null)
        {
            writer.WriteString("MessageGroupId", record.GroupId);
        }

        if (record.TraceHeader is not null)
        {
            writer.WriteString("AWSTraceHeader", record.TraceHeader);
        }

        writer.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> attributes)
    {
        writer.WriteStartObject("messageAttributes");
        foreach (var (name, value) in attributes)
        {
            writer.WriteStartObject(name);
            writer.WriteString("stringValue", value);
            writer.WriteStartArray("stringListValues");
            writer.WriteEndArray();
            writer.WriteStartArray("binaryListValues");
            writer.WriteEndArray();
            writer.WriteString("dataType", "String");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
