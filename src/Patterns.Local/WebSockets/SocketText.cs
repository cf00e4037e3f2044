using System.Security.Cryptography;
using System.Text.Json;

namespace Patterns.Local.WebSockets;

/// <summary>Ids, and what the service says to clients by itself.</summary>
internal static class SocketText
{
    public const string InternalServerError = "Internal server error";
    public const string Forbidden = "Forbidden";
    public const string Unauthorized = "Unauthorized";
    public const string TooManyRequests = "Too Many Requests";
    public const string TimedOut = "Endpoint request timed out";

    /// <summary>An id as the service has them for connections, requests and messages: 11 bytes in Base64 for addresses.</summary>
    public static string NewId() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(11)).Replace('+', '-').Replace('/', '_');

    /// <summary>The body of a refusal, and the message that stands for an answer which the function did not give.</summary>
    public static string Message(string message, string connectionId, string requestId) =>
        $$"""{"message": "{{message}}", "connectionId":"{{JsonEncodedText.Encode(connectionId)}}", "requestId":"{{requestId}}"}""";
}
