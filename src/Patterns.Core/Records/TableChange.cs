using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns;

/// <summary>A change of a DynamoDB item, with its images as plain objects.</summary>
/// <remarks>
/// Name it as the message of a handler to see both images. A handler of <typeparamref name="TItem"/> itself gets the
/// new image, or the old one of a removed item. Which images there are depends on the stream's view type.
/// </remarks>
/// <typeparam name="TItem">The item's type.</typeparam>
public sealed record TableChange<TItem>
{
    /// <summary><c>INSERT</c>, <c>MODIFY</c> or <c>REMOVE</c>.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    /// <summary>The item after the change; null for a removed item, and where the stream has no new images.</summary>
    [JsonPropertyName("new")]
    public TItem? New { get; init; }

    /// <summary>The item before the change; null for an inserted item, and where the stream has no old images.</summary>
    [JsonPropertyName("old")]
    public TItem? Old { get; init; }

    /// <summary>The item's key attributes as a JSON object.</summary>
    [JsonPropertyName("keys")]
    public JsonElement Keys { get; init; }
}
