using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LongRunning.Demo;

/// <summary>The stack's HTTP API, asked again when the answer is 5xx or 429: everything there may be said twice.</summary>
internal sealed class Api(Uri url) : IDisposable
{
    private const int MostTries = 10;
    private readonly HttpClient _http = new();

    /// <returns>202 for an import that is new, 200 for one that is known, 409 for another one of the same file.</returns>
    public async Task<HttpStatusCode> StartAsync(string file, int pages)
    {
        using var response = await SendAsync(() => _http.PostAsJsonAsync(new Uri(url, "imports"), new { file, pages }));
        return response.StatusCode;
    }

    public async Task<ImportStatus> FindAsync(string file)
    {
        using var response = await SendAsync(() => _http.GetAsync(UrlOf(file)));
        return await ReadAsync(response);
    }

    public async Task<ImportStatus> CancelAsync(string file)
    {
        using var response = await SendAsync(() => _http.DeleteAsync(UrlOf(file)));
        return await ReadAsync(response);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<ImportStatus> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<ImportStatus>(body, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"{response.RequestMessage?.RequestUri} answers {(int)response.StatusCode}: {body}");
    }

    private Uri UrlOf(string file) => new(url, $"imports/{file}");

    private static async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await send();
            if (((int)response.StatusCode < 500 && response.StatusCode != HttpStatusCode.TooManyRequests) || attempt == MostTries)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
        }
    }
}
