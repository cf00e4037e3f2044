using System.Text;

namespace Patterns.Local.HttpApi;

/// <summary>What the client gets.</summary>
internal sealed record HttpApiReply(int StatusCode)
{
    private const string Json = "application/json";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public IReadOnlyList<string> Cookies { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>A reply of the service itself.</summary>
    public static HttpApiReply Message(int status, string message) => WithJson(status, Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}"""));

    /// <summary>A reply of the service itself that names its error in a header.</summary>
    public static HttpApiReply Error(int status, string type, string body) =>
        new(status) { Headers = [new("Content-Type", Json), new("x-amzn-ErrorType", type)], Body = Encoding.UTF8.GetBytes(body) };

    public static HttpApiReply WithJson(int status, ReadOnlyMemory<byte> body) => new(status) { Headers = [new("Content-Type", Json)], Body = body };
}
