using System.Diagnostics.CodeAnalysis;
using System.Net;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Proxy.Internal;

/// <summary>Sends one call, and reads its reply up to the limit.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "It lives as long as its function.")]
internal sealed class BackendTransport(TransportOptions options)
{
    private const int BlockBytes = 16_384;

    private readonly HttpMessageInvoker _invoker = new(options.Handler ?? NewTransport(), disposeHandler: false);

    public async ValueTask<BackendReply> SendAsync(ApiRequest request, BackendCall call, Uri address, string? key, CancellationToken cancellationToken)
    {
        using var message = Message(request, call, address, key);
        using var response = await SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            throw new HttpRequestException("The backend compressed its answer, though nobody asked for it.");
        }

        var body = call.Method == HttpMethod.Head ? default : await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.ToString() : null;
        return new BackendReply((int)response.StatusCode, type, body, HeadersOf(response));
    }

    /// <exception cref="HttpRequestException">Also for a limit of the transport, which says that as if the caller had given up.</exception>
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await LateTask.NotBeyond(_invoker.SendAsync(message, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            // The runtime's transport limits the time to connect and nothing else; what another one limits may be a call that was made.
            var error = options.Handler is null or SocketsHttpHandler ? HttpRequestError.ConnectionError : HttpRequestError.Unknown;
            throw new HttpRequestException(error, "The backend did not answer within the time of the transport.", exception);
        }
    }

    private HttpRequestMessage Message(ApiRequest request, BackendCall call, Uri address, string? key)
    {
        var message = new HttpRequestMessage(call.Method, address);
        if (call.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            if (call.ContentType is { } type)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
        }

        foreach (var (name, value) in call.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        foreach (var (name, value) in HeaderRules.Pick(request.Headers, options.RequestHeaders).Where(header => !call.Headers.ContainsKey(header.Key)))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (key is not null && options.SendsKeys)
        {
            message.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return message;
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > options.MaxReplyBytes)
        {
            throw TooLarge();
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var body = new MemoryStream((int)(content.Headers.ContentLength ?? BlockBytes));
        var block = new byte[BlockBytes];
        int count;
        while ((count = await LateTask.NotBeyond(stream.ReadAsync(block, cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Write(block, 0, count);
            if (body.Length > options.MaxReplyBytes)
            {
                throw TooLarge();
            }
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static HttpRequestException TooLarge() => new("The backend's answer is too large.");

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            headers[name] = string.Join(", ", values);
        }

        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            headers[name] = string.Join(", ", values);
        }

        return headers;
    }

    private static SocketsHttpHandler NewTransport() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),

        // Backends and what stands before them close idle connections after a minute or so; a frozen environment does not notice.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
    };
}
