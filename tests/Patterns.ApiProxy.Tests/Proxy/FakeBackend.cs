using System.Net;
using System.Text;

namespace Patterns.ApiProxy.Tests.Proxy;

/// <summary>A backend whose answers a test decides, and which remembers what it was asked.</summary>
internal sealed class FakeBackend(Func<int, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public FakeBackend(Func<int, HttpResponseMessage> answer)
        : this((number, _) => Task.FromResult(answer(number)))
    {
    }

    public List<(string Method, string Address, string Headers, string Body)> Calls { get; } = [];

    public static HttpResponseMessage Reply(int status, string body = "", string? contentType = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    }

    /// <summary>Never answers, and does not listen either.</summary>
    public static FakeBackend Stalled() => new((_, _) => new TaskCompletionSource<HttpResponseMessage>().Task);

    public static async Task<HttpResponseMessage> After(TimeProvider time, TimeSpan latency, Func<HttpResponseMessage> answer, CancellationToken cancellationToken)
    {
        await Task.Delay(latency, time, cancellationToken).ConfigureAwait(false);
        return answer();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(CancellationToken.None).ConfigureAwait(false);
        var headers = string.Join('\n', request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.OrdinalIgnoreCase));
        Calls.Add((request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body));
        return await answer(Calls.Count, cancellationToken).ConfigureAwait(false);
    }
}
