using System.Text.Json.Serialization;

namespace Patterns.TwoWayChain.Internal;

/// <summary>A reply as it is kept for requests that come again.</summary>
internal sealed record StoredReply(string Outcome, string Body, string? Error);

[JsonSerializable(typeof(StoredReply))]
internal sealed partial class ReplyJson : JsonSerializerContext;
