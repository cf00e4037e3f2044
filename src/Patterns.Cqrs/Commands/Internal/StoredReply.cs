using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Internal;

/// <summary>A reply as it is kept with the command's key.</summary>
internal sealed record StoredReply(
    [property: JsonPropertyName("result")] string? Result,
    [property: JsonPropertyName("code")] string? Code = null,
    [property: JsonPropertyName("message")] string? Message = null);
