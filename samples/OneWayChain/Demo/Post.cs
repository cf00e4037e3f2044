using System.Net.Http.Json;

namespace OneWayChain.Demo;

/// <summary>Hands documents in: several at a time, and again when the answer is 5xx or 429.</summary>
internal sealed class Post(Uri api) : IDisposable
{
    private const int MostTries = 10;
    private readonly HttpClient _http = new();

    /// <exception cref="HttpRequestException">A document was refused, or failed too often.</exception>
    public Task SendAllAsync(IEnumerable<Document> documents, int inFlight) =>
        Parallel.ForEachAsync(documents, new ParallelOptions { MaxDegreeOfParallelism = inFlight }, async (document, _) => await SendAsync(document));

    public async Task SendAsync(Document document)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await _http.PostAsJsonAsync(new Uri(api, "documents"), document);
            var status = (int)response.StatusCode;
            if (status < 500 && status != 429 || attempt == MostTries)
            {
                response.EnsureSuccessStatusCode();
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
        }
    }

    public void Dispose() => _http.Dispose();
}
