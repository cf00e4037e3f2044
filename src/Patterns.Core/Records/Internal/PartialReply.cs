using System.Text.Json;

namespace Patterns.Records.Internal;

/// <summary>The replies that sources read: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html.</summary>
internal static class PartialReply
{
    private static readonly byte[] EmptyList = """{"batchItemFailures":[]}"""u8.ToArray();
    private static readonly byte[] Null = "null"u8.ToArray();

    public static MemoryStream Empty() => Fixed(EmptyList);

    public static MemoryStream Nothing() => Fixed(Null);

    public static MemoryStream Of(IEnumerable<string> ids)
    {
        var reply = new MemoryStream();
        using (var writer = new Utf8JsonWriter(reply))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("batchItemFailures"u8);
            foreach (var id in ids)
            {
                writer.WriteStartObject();
                writer.WriteString("itemIdentifier"u8, id);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        reply.Position = 0;
        return reply;
    }

    private static MemoryStream Fixed(byte[] reply) => new(reply, 0, reply.Length, writable: false, publiclyVisible: true);
}
