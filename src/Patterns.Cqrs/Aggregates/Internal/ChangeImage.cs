using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.Cqrs.Internal;

/// <summary>The image of an item in a stream, as plain JSON; in one table there are items of many kinds.</summary>
internal sealed class ChangeImage
{
    // As deep as DynamoDB nests values, and some.
    private static readonly JsonReaderOptions Limits = new() { MaxDepth = 128 };

    private const int KeyMembers = 2;

    private readonly string _aggregateType;
    private readonly string _kind;

    public ChangeImage(string aggregateType, string kind)
    {
        _aggregateType = new AggregateLayout(aggregateType).Type;
        _kind = kind;
    }

    /// <exception cref="JsonException">The item is not in the form in which it is written.</exception>
    public static TItem Read<TItem>(ReadOnlySpan<byte> image, JsonTypeInfo<TItem> json) =>
        JsonSerializer.Deserialize(image, json) ?? throw new JsonException("The image is null.");

    /// <summary>Whether the item is of the kind and of the aggregate's type.</summary>
    /// <exception cref="FormatException">The image has the item's keys only.</exception>
    public bool IsMine(ReadOnlySpan<byte> image)
    {
        string? kind = null;
        string? type = null;
        var hasKey = false;
        var members = 0;
        var reader = new Utf8JsonReader(image, Limits);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isKind, isType) = (reader.ValueTextEquals(ItemNames.Kind), reader.ValueTextEquals(ItemNames.AggregateType));
            reader.Read();
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            kind = isKind ? text : kind;
            type = isType ? text : type;
            hasKey |= text is not null && text.StartsWith(AggregateLayout.PrefixOf(_aggregateType), StringComparison.Ordinal);
            reader.Skip();
            members++;
        }

        return hasKey && members <= KeyMembers
            ? throw new FormatException("The stream has no images of the items; give it new images.")
            : kind == _kind && type == _aggregateType;
    }
}
