using System.Text;
using Patterns.Http.Internal;

namespace Patterns.Http;

/// <summary>The reply to an <see cref="ApiRequest"/>. Immutable.</summary>
public sealed record ApiReply
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>Makes a reply.</summary>
    public ApiReply(int statusCode, string? contentType = null, ReadOnlyMemory<byte> body = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        StatusCode = statusCode;
        ContentType = contentType is null ? null : HeaderRules.Checked("Content-Type", contentType);
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The content type; null for none.</summary>
    public string? ContentType { get; private init; }

    /// <summary>The body. It travels as text if its type is one of texts and it is UTF-8, else as base64.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The other headers, by their names in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private init; } = NoHeaders;

    /// <summary>Makes a reply of JSON.</summary>
    public static ApiReply Json(ReadOnlyMemory<byte> json, int statusCode = 200) => new(statusCode, "application/json", json);

    /// <summary>Makes a reply of text in UTF-8.</summary>
    public static ApiReply Text(string text, int statusCode = 200) => new(statusCode, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>The same reply with one more header, or with another value of it.</summary>
    /// <exception cref="ArgumentException">
    /// The name is no name of a header, or is of one that the transport sets itself; or the value has a line end or another control character.
    /// </exception>
    public ApiReply WithHeader(string name, string value)
    {
        HeaderRules.CheckName(name);
        return this with { Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = HeaderRules.Checked(name, value) } };
    }

    internal ApiReply WithContentType(string contentType) => this with { ContentType = HeaderRules.Checked("Content-Type", contentType) };
}
