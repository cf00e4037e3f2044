using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.TwoWayChain;

/// <summary>The HTTP form of a request's status, for whatever API stands in front: 202 with a place to ask while it is pending.</summary>
/// <param name="StatusCode">202 while it is pending, 200 with the reply, 422 when it failed, 504 when it timed out, 404 for one that is not known.</param>
/// <param name="Headers">The content type; while it is pending, also <c>Location</c> and <c>Retry-After</c>.</param>
/// <param name="Body">JSON: the reply, or a problem (RFC 9457) with <c>title</c>, <c>outcome</c> and <c>detail</c>, or the status.</param>
public sealed record PollResponse(int StatusCode, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private const int Ok = 200;
    private const int Accepted = 202;
    private const int NotFound = 404;
    private const int Unprocessable = 422;
    private const int GatewayTimeout = 504;

    /// <summary>Makes the response.</summary>
    /// <param name="status">The status; null for a request that is not known.</param>
    /// <param name="statusUrl">Where to ask again; absolute, or relative to the API.</param>
    /// <param name="json">How a reply is written.</param>
    /// <param name="retryAfter">After which to ask again; null for 1 second.</param>
    /// <typeparam name="TReply">The reply's type.</typeparam>
    public static PollResponse Of<TReply>(RequestStatus<TReply>? status, Uri statusUrl, JsonTypeInfo<TReply> json, TimeSpan? retryAfter = null)
        where TReply : class
    {
        ArgumentNullException.ThrowIfNull(statusUrl);
        ArgumentNullException.ThrowIfNull(json);
        return status switch
        {
            null => Problem(NotFound, "There is no such request.", null, null),
            { State: RequestState.Pending } => Pending(status.RequestId, statusUrl, retryAfter ?? TimeSpan.FromSeconds(1)),
            { State: RequestState.Succeeded } => new(Ok, Typed("application/json"), JsonSerializer.Serialize(status.Reply!, json)),
            { State: RequestState.TimedOut } => Problem(GatewayTimeout, "No answer came in time.", nameof(RequestState.TimedOut), null),
            _ => Problem(Unprocessable, "The request could not be done.", status.Outcome, status.Error),
        };
    }

    private static PollResponse Pending(string requestId, Uri statusUrl, TimeSpan retryAfter)
    {
        var headers = Typed("application/json");
        headers["Location"] = statusUrl.ToString();
        headers["Retry-After"] = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString();
        return new(Accepted, headers, Write(("requestId", requestId), ("state", nameof(RequestState.Pending))));
    }

    private static PollResponse Problem(int statusCode, string title, string? outcome, string? detail) =>
        new(statusCode, Typed("application/problem+json"), Write(("title", title), ("outcome", outcome), ("detail", detail)));

    private static Dictionary<string, string> Typed(string contentType) => new(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = contentType };

    private static string Write(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                if (value is not null)
                {
                    writer.WriteString(name, value);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
