using System.Text.Json;

namespace Patterns.Load;

/// <summary>Reads the receipt handles from an answer to ReceiveMessage.</summary>
internal static class ReceiptHandles
{
    public static List<string> In(ReadOnlySpan<byte> received)
    {
        var handles = new List<string>(Requests.BatchSize);
        var reader = new Utf8JsonReader(received);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("ReceiptHandle"u8))
            {
                reader.Read();
                handles.Add(reader.GetString()!);
            }
        }

        return handles;
    }
}
