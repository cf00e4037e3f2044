using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns.Cqrs;

/// <summary>A command as it comes: which one, for whom, and with what.</summary>
public sealed record CommandRequest
{
    /// <summary>Names the command, for example <c>policy.cancel</c>: the router's list says what it is.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The version of its arguments. Default: 1, also for a request that says 0 or nothing.</summary>
    [JsonPropertyName("version")]
    public int Version { get => field == 0 ? 1 : field; init; } // generated readers know no defaults of init-only properties

    /// <summary>
    /// What makes two requests the same: a repetition gets the first one's reply. Default: null; from a queue, <c>queue:SOURCE/ID</c> then, of the
    /// message's id and its CloudEvents source, or else the queue's ARN.
    /// </summary>
    /// <remarks>
    /// Have producers set it: a message that they send again, or that is moved back from a dead-letter queue, has another id, and may take effect
    /// once more.
    /// </remarks>
    [JsonPropertyName("key")]
    public string? Key { get; init; }

    /// <summary>
    /// On whose behalf. It is what the sender says: have it set by whoever has authenticated the sender. Default: null.
    /// </summary>
    [JsonPropertyName("actor")]
    public string? Actor { get; init; }

    /// <summary>When the sender asked. Default: null.</summary>
    [JsonPropertyName("issuedAt")]
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>
    /// The version that the aggregate must have, or else the command is refused: see <see cref="CommandContext.DecideAsync"/>. A repetition must
    /// expect the same. Default: null, any version.
    /// </summary>
    [JsonPropertyName("expectedVersion")]
    public long? ExpectedVersion { get; init; }

    /// <summary>The arguments, as a JSON object.</summary>
    [JsonPropertyName("arguments")]
    public JsonElement Arguments { get; init; }
}
