using System.Net.Http.Headers;

namespace Patterns.Local.Host;

/// <summary>The four calls of the Lambda Runtime API, on one connection.</summary>
internal sealed class RuntimeApiClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _base;

    public RuntimeApiClient(string address)
    {
        _base = $"http://{address}/2018-06-01/runtime/";
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = 1,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        })
        {
            // An idle function waits for its next event as long as it takes.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<Invocation> NextAsync()
    {
        var response = await _http.GetAsync(new Uri(_base + "invocation/next")).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await Invocation.ReadAsync(response).ConfigureAwait(false);
    }

    public Task RespondAsync(string requestId, Stream output) =>
        PostAsync($"invocation/{requestId}/response", new StreamContent(output), errorType: null);

    public Task FailAsync(string requestId, Exception exception) =>
        PostAsync($"invocation/{requestId}/error", Error(exception), exception.GetType().Name);

    public Task FailInitAsync(Exception exception) =>
        PostAsync("init/error", Error(exception), exception.GetType().Name);

    public void Dispose() => _http.Dispose();

    private static ByteArrayContent Error(Exception exception)
    {
        var content = new ByteArrayContent(ExceptionJson.Write(exception));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json");
        return content;
    }

    private async Task PostAsync(string path, HttpContent content, string? errorType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _base + path) { Content = content };
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        }

        // A refusal (a response that is too large, a request that timed out) is the runner's to report.
        using var response = await _http.SendAsync(request).ConfigureAwait(false);
    }
}
