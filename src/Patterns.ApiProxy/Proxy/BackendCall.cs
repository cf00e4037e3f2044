using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Http;
using Patterns.Http.Internal;
using Patterns.Proxy.Internal;
using Patterns.Translation;

namespace Patterns.Proxy;

/// <summary>The call that a request becomes, and what becomes of its reply. Immutable.</summary>
public sealed record BackendCall
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>Makes a call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The parts of the path below the backend's address, not encoded. The last one may be empty, for a slash at the end.</param>
    /// <exception cref="ProblemException">
    /// 400: a part is <c>.</c> or <c>..</c>, is empty, or has a slash, a backslash or a control character, also when they are percent-encoded.
    /// </exception>
    public BackendCall(HttpMethod method, params IEnumerable<string> path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        Method = method;
        Path = BackendPath.Checked([.. path]);
    }

    /// <summary>The method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The parts of the path.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>The query, not encoded. Default: none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The body; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The content type of the body.</summary>
    public string? ContentType { get; init => field = value is null ? null : HeaderRules.Checked("Content-Type", value); }

    /// <summary>Headers beside those that <see cref="ApiProxyOptions.RequestHeaders"/> takes over from the request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private init; } = NoHeaders;

    /// <summary>
    /// How often the call may be made. Default: null, by the request's method: GET, HEAD and OPTIONS read, PUT and DELETE may be repeated, all others
    /// are made once.
    /// </summary>
    public CallKind? Kind { get; init; }

    /// <summary>
    /// Makes the reply, whatever the status. Default: null, and a success is passed on as it is, and everything else becomes a problem document, see
    /// <see cref="BackendReply.ThrowIfFailed"/>. A <see cref="TranslationException"/> becomes 502 without its text.
    /// </summary>
    public Func<BackendReply, ApiReply>? Reply { get; init; }

    /// <summary>
    /// What becomes of a fault of a SOAP service; null from it for what is usual. Default: null. Usually <see cref="SoapFaultCode.Sender"/> is 422 with the
    /// declared detail as the member <c>fault</c>, and all else is 502 without any detail. The fault's reason is never shown.
    /// </summary>
    public Func<SoapFault, Problem?>? Fault { get; init; }

    /// <summary>Makes a call of a SOAP service whose reply becomes JSON.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="json">The request.</param>
    /// <param name="path">The parts of the path below the backend's address.</param>
    /// <exception cref="TranslationException">The JSON is not what the operation takes; the client gets 400 with its text.</exception>
    public static BackendCall Soap(SoapOperation operation, ReadOnlyMemory<byte> json, params IEnumerable<string> path)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var call = new BackendCall(HttpMethod.Post, path)
        {
            Body = operation.WriteRequest(json),
            ContentType = operation.ContentType,
            Reply = reply => ApiReply.Json(reply.Soap(operation)),
        };
        return operation.SoapAction is { } action ? call.WithHeader("SOAPAction", action) : call;
    }

    /// <summary>Makes a call with XML whose reply is XML, too, and becomes JSON.</summary>
    /// <param name="method">The method.</param>
    /// <param name="request">How the JSON is written.</param>
    /// <param name="json">The request.</param>
    /// <param name="reply">How the reply is read.</param>
    /// <param name="path">The parts of the path below the backend's address.</param>
    /// <exception cref="TranslationException">The JSON is not of the shape; the client gets 400 with its text.</exception>
    public static BackendCall Xml(HttpMethod method, XmlMap request, ReadOnlyMemory<byte> json, XmlMap reply, params IEnumerable<string> path)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new BackendCall(method, path) { Body = request.ToXml(json), ContentType = "application/xml; charset=utf-8" }.ReadingXml(reply);
    }

    /// <summary>Makes a call with JSON.</summary>
    /// <param name="method">The method.</param>
    /// <param name="body">The request.</param>
    /// <param name="json">How it is written.</param>
    /// <param name="path">The parts of the path below the backend's address.</param>
    public static BackendCall Json<T>(HttpMethod method, T body, JsonTypeInfo<T> json, params IEnumerable<string> path) =>
        new(method, path) { Body = JsonSerializer.SerializeToUtf8Bytes(body, json), ContentType = "application/json" };

    /// <summary>Makes a call with a form.</summary>
    /// <param name="method">The method.</param>
    /// <param name="form">How the JSON is written.</param>
    /// <param name="json">The request.</param>
    /// <param name="path">The parts of the path below the backend's address.</param>
    /// <exception cref="TranslationException">The JSON is not of the form; the client gets 400 with its text.</exception>
    public static BackendCall Form(HttpMethod method, FormMap form, ReadOnlyMemory<byte> json, params IEnumerable<string> path)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new BackendCall(method, path) { Body = form.ToForm(json), ContentType = FormMap.ContentType };
    }

    /// <summary>Makes the call that the request is: its method, query, body, content type, <c>Accept</c> and conditions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="prefix">What is taken off the beginning of its path, for example <c>/legacy</c>; it must be there.</param>
    /// <exception cref="ProblemException">404: the path does not begin so. 400: it leads elsewhere.</exception>
    public static BackendCall PassThrough(ApiRequest request, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = new BackendCall(new HttpMethod(request.Method), BackendPath.Below(prefix, request.Path))
        {
            Query = request.Query,
            Body = request.Body.Length > 0 ? request.Body : default(ReadOnlyMemory<byte>?),
            ContentType = request.Body.Length > 0 ? request.Header("content-type") : null,
        };
        return HeaderRules.Pick(request.Headers, ["Accept", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since"])
            .Aggregate(call, (made, header) => made.WithHeader(header.Key, header.Value));
    }

    /// <summary>The same call with one more header, or with another value of it.</summary>
    /// <exception cref="ArgumentException">
    /// The name is no name of a header, or is of one that the transport sets itself; or the value has a line end or another control character.
    /// </exception>
    public BackendCall WithHeader(string name, string value)
    {
        HeaderRules.CheckName(name);
        return this with { Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = HeaderRules.Checked(name, value) } };
    }

    internal BackendCall WithoutHeader(string name) =>
        this with { Headers = Headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase) };

    /// <summary>The same call whose reply must be XML of the shape and becomes JSON.</summary>
    public BackendCall ReadingXml(XmlMap map) => this with { Reply = reply => ApiReply.Json(reply.Xml(map), reply.StatusCode) };

    /// <summary>The same call whose reply must be a form and becomes JSON.</summary>
    public BackendCall ReadingForm(FormMap map) => this with { Reply = reply => ApiReply.Json(reply.Form(map), reply.StatusCode) };
}
