using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Patterns.ApiProxy.Tests.Backends;

/// <summary>A service that answers as a test says, and remembers what it was asked.</summary>
internal sealed class FakeService(Func<HttpRequestMessage, (int Status, string Body)> answer) : HttpMessageHandler
{
    public ConcurrentQueue<(string Address, Dictionary<string, string> Headers)> Asked { get; } = new();

    public static FakeService Always(string body, int status = 200) => new(_ => (status, body));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Enqueue((
            $"{request.Method} {request.RequestUri!.AbsoluteUri}",
            request.Headers.NonValidated.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase)));
        var (status, body) = answer(request);
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
