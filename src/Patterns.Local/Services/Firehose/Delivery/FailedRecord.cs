using System.Buffers;
using System.Text.Json;
using Patterns.Local.Services.Firehose.Transformation;

namespace Patterns.Local.Services.Firehose.Delivery;

/// <summary>Writes the line that the error prefix has for a record that could not be transformed.</summary>
/// <remarks>Source: docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html, November 2026.</remarks>
internal static class FailedRecord
{
    public static byte[] Line(FirehoseRecord record, TransformFailure failure, int attempts, DateTimeOffset ended, string functionArn)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("attemptsMade", attempts);
            json.WriteNumber("arrivalTimestamp", record.ArrivedAt.ToUnixTimeMilliseconds());
            json.WriteString("errorCode", failure.Code);
            json.WriteString("errorMessage", failure.Message);
            json.WriteNumber("attemptEndingTimestamp", ended.ToUnixTimeMilliseconds());
            json.WriteBase64String("rawData", record.Data.Span);
            json.WriteString("lambdaArn", functionArn);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }
}
