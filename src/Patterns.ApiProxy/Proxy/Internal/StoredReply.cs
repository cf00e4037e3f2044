using System.Text.Json.Serialization;
using Patterns.Http;

namespace Patterns.Proxy.Internal;

/// <summary>A reply as it is kept under its key.</summary>
internal sealed record StoredReply(int Status, string? ContentType, Dictionary<string, string> Headers, bool IsKept, byte[] Body)
{
    // Base64 of it and all else are less than an item of a table.
    private const int LargestBody = 280_000;

    /// <summary>A reply that is too large is known, but not kept.</summary>
    public static StoredReply Of(ApiReply reply) => new(
        reply.StatusCode,
        reply.ContentType,
        new Dictionary<string, string>(reply.Headers),
        reply.Body.Length <= LargestBody,
        reply.Body.Length <= LargestBody ? reply.Body.ToArray() : []);

    public ApiReply ToReply() => IsKept
        ? Headers.Aggregate(new ApiReply(Status, ContentType, Body), (reply, header) => reply.WithHeader(header.Key, header.Value))
        : Problems.ReplyNotKept().ToReply();
}

[JsonSerializable(typeof(StoredReply))]
internal sealed partial class StoredReplyJson : JsonSerializerContext;
