using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Internal;

/// <summary>A reply as it is kept with the command's key.</summary>
internal sealed record StoredReply(
    [property: JsonPropertyName("result")] string? Result,
    [property: JsonPropertyName("code")] string? Code = null,
    [property: JsonPropertyName("message")] string? Message = null,
    [property: JsonPropertyName("token")] string? Token = null,
    [property: JsonPropertyName("isStale")] bool? IsStale = null)
{
    public static StoredReply Of(CommandRefusedException refusal) => refusal is StaleVersionException stale
        ? new(null, stale.Code, stale.Message, stale.Found.ToString(), IsStale: true)
        : new(null, refusal.Code, refusal.Message);
}
