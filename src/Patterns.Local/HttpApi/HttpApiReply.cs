using System.Text;

namespace Patterns.Local.HttpApi;

/// <summary>What the client gets.</summary>
internal sealed record HttpApiReply(int StatusCode)
{
    private const string Json = "application/json";

    public static HttpApiReply NotFound { get; } = Message(404, "Not Found");

    public static HttpApiReply RequestTooLarge { get; } = Message(413, "Request Entity Too Large");

    public static HttpApiReply InternalServerError { get; } = Message(500, "Internal Server Error");

    public static HttpApiReply ServiceUnavailable { get; } = Message(503, "Service Unavailable");

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public IReadOnlyList<string> Cookies { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>A reply of the service itself.</summary>
    public static HttpApiReply Message(int status, string message) => WithJson(status, Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}"""));

    public static HttpApiReply WithJson(int status, ReadOnlyMemory<byte> body) => new(status) { Headers = [new("Content-Type", Json)], Body = body };
}
