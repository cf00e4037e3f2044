using System.Net.Http.Headers;
using System.Text.Json;

namespace Patterns.Http;

/// <summary>A request to an API, whatever the format of its event.</summary>
public sealed class ApiRequest
{
    private static readonly IReadOnlyDictionary<string, string> NoTexts = new Dictionary<string, string>();

    /// <summary>The form of the event.</summary>
    public ApiFormat Format { get; init; }

    /// <summary>The method, in capital letters.</summary>
    public required string Method { get; init; }

    /// <summary>The path without the stage, as the event has it: parts of it may be percent-encoded. It begins with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>The values of the route, as the event has them.</summary>
    public IReadOnlyDictionary<string, string> PathParameters { get; init; } = NoTexts;

    /// <summary>The query, decoded, in its order; a name may come more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The headers by their names in any case; several values are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoTexts;

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>
    /// Who asks, as the API's authorizer says: the claim <c>sub</c> of a token, the <c>principalId</c> of a Lambda authorizer, the identity's id of a user of a
    /// Cognito identity pool, or the ARN of another IAM caller. Null without one, and for guests of an identity pool. Nothing that the client writes by itself
    /// comes here.
    /// </summary>
    public string? Principal { get; init; }

    /// <summary>What the API's authorizer found; undefined without one.</summary>
    public JsonElement Authorizer { get; init; }

    /// <summary>The API's id of the request.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>When the API took the request; null when the event does not say.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The media type of the body in small letters, without parameters; empty when the request names none.</summary>
    public string MediaType => Http.Internal.MediaTypes.Of(Header("content-type"));

    /// <summary>The header's value, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The first value of the name in the query, or null.</summary>
    public string? QueryValue(string name)
    {
        foreach (var (key, value) in Query)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The body, which must be JSON.</summary>
    /// <exception cref="ProblemException">415: the request says that it is something else, or is not in UTF-8.</exception>
    public ReadOnlyMemory<byte> Json() => Http.Internal.MediaTypes.IsJson(MediaType) && IsUtf8()
        ? Body
        : throw new ProblemException(Problems.UnsupportedMediaType("application/json"));

    private bool IsUtf8() => !MediaTypeHeaderValue.TryParse(Header("content-type"), out var type)
        || type.CharSet is null
        || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
