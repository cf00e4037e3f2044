using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.OneWayChain.Internal;

/// <summary>
/// Reads a step's message out of what carries it, and where in the chain it is. It does not throw, so that what cannot be read
/// becomes a failure record with its chain.
/// </summary>
internal sealed class ChainDecoder<TMessage>
{
    private readonly JsonTypeInfo<TMessage> _json;

    public ChainDecoder(JsonTypeInfo<TMessage> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _json = json;
    }

    public ChainMessage<TMessage> Decode(ReadOnlySpan<byte> body, RecordContext context)
    {
        var record = InvocationRecord.TryRead(body);
        var position = ChainPosition.Guess(context);
        try
        {
            position = record is null ? ChainPosition.Of(context) : RecordPosition.Of(record);
            return record is null ? new(Read(body), position) : Decode(record, position);
        }
        catch (Exception undecodable)
        {
            return new(undecodable, position);
        }
    }

    private ChainMessage<TMessage> Decode(InvocationRecord record, ChainPosition position)
    {
        if (!record.IsSuccess)
        {
            return new(new PredecessorFailedException(record.FunctionName, record.Condition), position);
        }

        var output = StructuredEvent.TryRead(record.Response) is { } message ? message.Data : Raw(record.Response);
        return new(Read(output), position);
    }

    private static ReadOnlySpan<byte> Raw(JsonElement json) =>
        json.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(json);

    private TMessage Read(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(body, _json)
        ?? throw new JsonException($"The message is null where a {typeof(TMessage).Name} was expected.");
}
