using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>Posts messages to web endpoints on this machine, and to no other machine.</summary>
internal sealed class HttpSender : IDisposable
{
    private const string DefaultContentType = "text/plain; charset=UTF-8";

    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public HttpSender(TimeProvider time)
    {
        _time = time;
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async ValueTask<DeliveryResult> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(SnsLimits.HttpTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Request(message);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return ResultOf(response.StatusCode);
        }
        catch (HttpRequestException error)
        {
            return DeliveryResult.Retryable(error.Message);
        }
        catch (OperationCanceledException)
        {
            return DeliveryResult.Retryable("the endpoint did not answer in time");
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Request(HttpMessage message)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body.Value));
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(message.ContentType, out var type)
            ? type
            : MediaTypeHeaderValue.Parse(DefaultContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, message.Endpoint) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", "Amazon Simple Notification Service Agent");
        request.Headers.Add("x-amz-sns-message-type", message.Type);
        request.Headers.Add("x-amz-sns-message-id", message.MessageId);
        request.Headers.Add("x-amz-sns-topic-arn", message.TopicArn);
        if (message.SubscriptionArn is { } arn)
        {
            request.Headers.Add("x-amz-sns-subscription-arn", arn);
        }

        if (message.IsRaw)
        {
            request.Headers.Add("x-amz-sns-rawdelivery", "true");
        }

        return request;
    }

    private static DeliveryResult ResultOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => DeliveryResult.Delivered,
        429 or >= 500 => DeliveryResult.Retryable($"the endpoint answered {(int)status}"),
        _ => DeliveryResult.Permanent($"the endpoint answered {(int)status}"),
    };

    // Names such as localhost are not looked up, so that nothing can send them elsewhere.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port);
        if (IPAddress.TryParse(host, out var address))
        {
            return IPAddress.IsLoopback(address)
                ? await ConnectAsync(address, port, cancellationToken).ConfigureAwait(false)
                : throw new HttpRequestException($"{host} is no loopback address");
        }

        try
        {
            return await ConnectAsync(IPAddress.Loopback, port, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            return await ConnectAsync(IPAddress.IPv6Loopback, port, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
