using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Http;
using Patterns.Http.Internal;
using Patterns.Proxy.Internal;
using Patterns.Translation;

namespace Patterns.Proxy;

/// <summary>What the backend answered. Its body is complete.</summary>
public sealed class BackendReply
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>Makes a reply, for tests.</summary>
    public BackendReply(int statusCode, string? contentType = null, ReadOnlyMemory<byte> body = default, IReadOnlyDictionary<string, string>? headers = null)
    {
        StatusCode = statusCode;
        ContentType = contentType;
        Body = body;
        Headers = headers ?? NoHeaders;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The content type as it was sent; null for none.</summary>
    public string? ContentType { get; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The headers, by their names in any case; several values are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The media type in small letters, without parameters; empty for none.</summary>
    public string MediaType => MediaTypes.Of(ContentType);

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => StatusCode is >= 200 and < 300;

    /// <summary>When to try again, as the backend says.</summary>
    internal TimeSpan? RetryAfter => Headers.TryGetValue("Retry-After", out var text) && int.TryParse(text, out var seconds) && seconds >= 0
        ? TimeSpan.FromSeconds(seconds)
        : null;

    /// <summary>Whether the same call may do better soon.</summary>
    internal bool IsTransient => StatusCode is 408 or 429 or 502 or 503 or 504;

    /// <summary>Whether the backend is out of order. A fault of SOAP comes with 500 and is an answer.</summary>
    internal bool IsOutage => StatusCode is 502 or 503 or 504 || (StatusCode is 500 && !MediaTypes.IsXml(MediaType));

    /// <summary>
    /// Throws a problem unless the status is 2xx or 304. 400, 404, 405, 409, 410, 412, 422 and 428 stay what they are; 429 and 503 are 503, 408 and 504 are
    /// 504, and all else is 502. Nothing of the reply's body gets into the problem.
    /// </summary>
    /// <exception cref="ProblemException">The status is another.</exception>
    public void ThrowIfFailed()
    {
        if (!IsSuccess && StatusCode != 304)
        {
            throw new ProblemException(BackendProblems.Of(this));
        }
    }

    /// <summary>The body, which must be JSON.</summary>
    /// <exception cref="ProblemException">The status is no success, or the body is no such JSON.</exception>
    public T Json<T>(JsonTypeInfo<T> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        ThrowIfFailed();
        ThrowUnless(MediaTypes.IsJson(MediaType));
        try
        {
            return JsonSerializer.Deserialize(Body.Span, json) ?? throw new JsonException("It is null.");
        }
        catch (JsonException exception)
        {
            throw new ProblemException(Problems.BadAnswer(), exception);
        }
    }

    /// <summary>The body, which must be XML of the shape, as JSON.</summary>
    /// <exception cref="ProblemException">The status is no success, or the body is no XML.</exception>
    /// <exception cref="TranslationException">It is XML of another shape.</exception>
    public ReadOnlyMemory<byte> Xml(XmlMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        ThrowIfFailed();
        ThrowUnless(MediaTypes.IsXml(MediaType));
        return map.ToJson(Body);
    }

    /// <summary>The body, which must be a form, as JSON.</summary>
    /// <exception cref="ProblemException">The status is no success, or the body is no form.</exception>
    /// <exception cref="TranslationException">It is another form.</exception>
    public ReadOnlyMemory<byte> Form(FormMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        ThrowIfFailed();
        ThrowUnless(MediaType == FormMap.ContentType);
        return map.ToJson(Body);
    }

    /// <summary>The body, which must be an envelope with the operation's reply, as JSON.</summary>
    /// <exception cref="SoapFaultException">It is a fault, whatever the status.</exception>
    /// <exception cref="ProblemException">There is no envelope.</exception>
    /// <exception cref="TranslationException">It is an envelope of another shape.</exception>
    public ReadOnlyMemory<byte> Soap(SoapOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var isEnvelope = MediaType is "text/xml" or "application/soap+xml" or "application/xml";
        if (!isEnvelope || StatusCode is not (400 or 500))
        {
            ThrowIfFailed();
        }

        ThrowUnless(isEnvelope);
        return operation.ReadReply(Body);
    }

    private static void ThrowUnless(bool isExpected)
    {
        if (!isExpected)
        {
            throw new ProblemException(Problems.BadAnswer());
        }
    }
}
