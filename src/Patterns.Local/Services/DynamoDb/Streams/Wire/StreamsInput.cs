using System.Buffers;
using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Streams.Wire;

/// <summary>The members of a request; null stands for those that are absent.</summary>
internal sealed class StreamsInput
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 16 };

    private readonly Dictionary<string, string> _texts = [];

    public int? Limit { get; private set; }

    /// <summary>The type of the filter of shards.</summary>
    public string? FilterType { get; private set; }

    /// <summary>The shard that the filter of shards names.</summary>
    public string? FilterShardId { get; private set; }

    public string? Text(string name) => _texts.GetValueOrDefault(name);

    /// <exception cref="AwsException">The member is absent.</exception>
    public string Required(string name) => Text(name) ?? throw StreamErrors.Missing(char.ToLowerInvariant(name[0]) + name[1..]);

    /// <summary>How many things the answer may have.</summary>
    /// <exception cref="AwsException">The limit is out of range.</exception>
    public int LimitOf(int most)
    {
        var limit = Limit ?? most;
        return limit < 1 ? throw StreamErrors.Constraint($"{limit}", "limit", "Member must have value greater than or equal to 1")
            : limit > most ? throw StreamErrors.Constraint($"{limit}", "limit", $"Member must have value less than or equal to {most}")
            : limit;
    }

    /// <exception cref="AwsException">The body is no JSON object, or a member has the wrong type.</exception>
    public static StreamsInput Read(in ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body, s_options);
        try
        {
            var input = new StreamsInput();
            input.ReadObject(ref reader);
            return input;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new AwsException("SerializationException", "The request body is not the JSON that this operation takes.");
        }
    }

    private void ReadObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            ReadMember(ref reader, name);
        }
    }

    private void ReadMember(ref Utf8JsonReader reader, string name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _texts[name] = reader.GetString()!;
                break;
            case JsonTokenType.Number when name == nameof(Limit):
                Limit = reader.GetInt32();
                break;
            case JsonTokenType.StartObject when name == "ShardFilter":
                ReadFilter(ref reader);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void ReadFilter(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("Type"u8);
            var isShard = reader.ValueTextEquals("ShardId"u8);
            reader.Read();
            FilterType = isType ? reader.GetString() : FilterType;
            FilterShardId = isShard ? reader.GetString() : FilterShardId;
            reader.Skip();
        }
    }
}
