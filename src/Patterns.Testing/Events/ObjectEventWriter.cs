using System.Net;
using System.Text.Json;

namespace Patterns.Testing;

internal static class ObjectEventWriter
{
    public static void Write(Utf8JsonWriter writer, string bucket, string key, string region, DateTimeOffset time)
    {
        writer.WriteStartObject();
        writer.WriteString("eventVersion", "2.1");
        writer.WriteString("eventSource", "aws:s3");
        writer.WriteString("awsRegion", region);
        writer.WriteString("eventTime", time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ"));
        writer.WriteString("eventName", "ObjectCreated:Put");
        writer.WriteStartObject("s3");
        writer.WriteString("s3SchemaVersion", "1.0");
        writer.WriteString("configurationId", "uploads");
        writer.WriteStartObject("bucket");
        writer.WriteString("name", bucket);
        writer.WriteString("arn", "arn:aws:s3:::" + bucket);
        writer.WriteEndObject();
        writer.WriteStartObject("object");
        writer.WriteString("key", WebUtility.UrlEncode(key));
        writer.WriteNumber("size", 1024);
        writer.WriteString("eTag", "d41d8cd98f00b204e9800998ecf8427e");
        writer.WriteString("sequencer", "0055AED6DCD90281E5");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
