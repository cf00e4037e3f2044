using System.Net.Http.Headers;

namespace Patterns.Load;

/// <summary>One HTTP/1.1 connection that posts encoded requests, one at a time. No SDK: its cost would hide the server's.</summary>
internal sealed class SqsConnection(Uri endpoint) : IDisposable
{
    private static readonly MediaTypeHeaderValue s_contentType = new("application/x-amz-json-1.0");

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 1,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    private readonly MemoryStream _answer = new();

    /// <returns>The answer; the next request on this connection overwrites it.</returns>
    /// <exception cref="LoadException">The service refused the request.</exception>
    public async Task<ReadOnlyMemory<byte>> PostAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = s_contentType;
        request.Headers.TryAddWithoutValidation("X-Amz-Target", operation);
        using var response = await _http.SendAsync(request, cancellationToken);
        _answer.SetLength(0);
        await response.Content.CopyToAsync(_answer, cancellationToken);
        var answer = _answer.GetBuffer().AsMemory(0, (int)_answer.Length);
        return response.IsSuccessStatusCode
            ? answer
            : throw new LoadException($"{operation} failed with {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(answer.Span)}");
    }

    public void Dispose() => _http.Dispose();
}
