using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Patterns.Firehose.Internal;

/// <summary>Writes the reply, and keeps it below the limit.</summary>
internal static class FirehoseReply
{
    private static ReadOnlySpan<byte> Opening => "{\"records\":["u8;

    private static ReadOnlySpan<byte> Closing => "]}"u8;

    /// <summary>The outcomes that did not fit are replaced in <paramref name="outcomes"/> by failures.</summary>
    /// <remarks>Room for the failure of every record is kept from the beginning, so that each has its line whatever the others need.</remarks>
    /// <exception cref="InvalidOperationException">Not even failures fit: the batch has far more records than Firehose sends.</exception>
    public static MemoryStream Write(FirehoseEvent source, RecordOutcome[] outcomes, int limit)
    {
        var room = limit - Opening.Length - Closing.Length - LeastBytes(source);
        if (room < 0)
        {
            throw new InvalidOperationException($"The reply to {outcomes.Length} records does not fit into {limit} bytes.");
        }

        var output = new ArrayBufferWriter<byte>(4096);
        output.Write(Opening);
        for (var index = 0; index < outcomes.Length; index++)
        {
            var extra = ExtraBytes(outcomes[index], out var metadata);
            if (extra > room)
            {
                outcomes[index] = RecordOutcome.Failed($"The output does not fit into a reply of {limit} bytes any more.");
                (extra, metadata) = (0, default);
            }

            room -= extra;
            WriteRecord(output, source.RawRecordId(index), outcomes[index], metadata.Span, isFirst: index == 0);
        }

        output.Write(Closing);
        return new MemoryStream(output.WrittenSpan.ToArray());
    }

    private static int LeastBytes(FirehoseEvent source)
    {
        var sum = 0;
        foreach (var record in source.Records)
        {
            sum += record.RecordId.Length + """,{"recordId":"","result":"ProcessingFailed"}""".Length;
        }

        return sum;
    }

    /// <summary>What an outcome needs beyond a failure.</summary>
    private static int ExtraBytes(RecordOutcome outcome, out ReadOnlyMemory<byte> metadata)
    {
        metadata = outcome.PartitionKeys is { } keys ? Metadata(keys) : default;
        return outcome.Data is { } data
            ? ""","data":"" """.Length + Base64.GetMaxEncodedToUtf8Length(data.Length) + metadata.Length
            : 0;
    }

    private static ReadOnlyMemory<byte> Metadata(IReadOnlyDictionary<string, string> keys)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write(",\"metadata\":"u8);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartObject("partitionKeys"u8);
            foreach (var (key, value) in keys)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    private static void WriteRecord(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> rawId, RecordOutcome outcome, ReadOnlySpan<byte> metadata, bool isFirst)
    {
        output.Write(isFirst ? "{\"recordId\":\""u8 : ",{\"recordId\":\""u8);
        output.Write(rawId);
        output.Write(ResultOf(outcome.Status));
        if (outcome.Data is { } data)
        {
            output.Write(",\"data\":\""u8);
            Base64.EncodeToUtf8(data, output.GetSpan(Base64.GetMaxEncodedToUtf8Length(data.Length)), out _, out var written);
            output.Advance(written);
            output.Write("\""u8);
            output.Write(metadata);
        }

        output.Write("}"u8);
    }

    private static ReadOnlySpan<byte> ResultOf(FirehoseStatus status) => status switch
    {
        FirehoseStatus.Ok => "\",\"result\":\"Ok\""u8,
        FirehoseStatus.Dropped => "\",\"result\":\"Dropped\""u8,
        _ => "\",\"result\":\"ProcessingFailed\""u8,
    };
}
