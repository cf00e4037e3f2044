using System.Text.Json;

namespace Patterns.Windows.Internal;

/// <summary>What the event of a tumbling window has beside its records: https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html.</summary>
internal sealed record WindowEvent(Window Window, ReadOnlyMemory<byte> State, bool IsFinal, bool IsEarly)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 512 };

    /// <exception cref="InvalidOperationException">The event is not one of a tumbling window.</exception>
    public static WindowEvent Read(ReadOnlyMemory<byte> payload)
    {
        var found = new Found();
        var reader = new Utf8JsonReader(payload.Span, Options);
        reader.Read();
        while (reader.TokenType != JsonTokenType.None && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            found.ReadMember(ref reader, payload);
        }

        return found is { Start: { } start, End: { } end }
            ? new WindowEvent(new Window(start, end, found.ShardId, found.StreamArn), found.State, found.IsFinal, found.IsEarly)
            : throw new InvalidOperationException("The event has no 'window': set TumblingWindowInSeconds on the event source mapping.");
    }

    private sealed class Found
    {
        public DateTimeOffset? Start { get; private set; }

        public DateTimeOffset? End { get; private set; }

        public ReadOnlyMemory<byte> State { get; private set; } = "{}"u8.ToArray();

        public string ShardId { get; private set; } = "";

        public string StreamArn { get; private set; } = "";

        public bool IsFinal { get; private set; }

        public bool IsEarly { get; private set; }

        public void ReadMember(ref Utf8JsonReader reader, ReadOnlyMemory<byte> payload)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "window" when reader.TokenType == JsonTokenType.StartObject:
                    ReadBounds(ref reader);
                    break;
                case "state" when reader.TokenType == JsonTokenType.StartObject:
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    State = payload[start..(int)reader.BytesConsumed];
                    break;
                case "shardId":
                    ShardId = reader.GetString() ?? "";
                    break;
                case "eventSourceARN":
                    StreamArn = reader.GetString() ?? "";
                    break;
                case "isFinalInvokeForWindow":
                    IsFinal = reader.TokenType == JsonTokenType.True;
                    break;
                case "isWindowTerminatedEarly":
                    IsEarly = reader.TokenType == JsonTokenType.True;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        private void ReadBounds(ref Utf8JsonReader reader)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isStart = reader.ValueTextEquals("start"u8);
                var isEnd = reader.ValueTextEquals("end"u8);
                reader.Read();
                if (isStart)
                {
                    Start = reader.GetDateTimeOffset();
                }
                else if (isEnd)
                {
                    End = reader.GetDateTimeOffset();
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }
}
