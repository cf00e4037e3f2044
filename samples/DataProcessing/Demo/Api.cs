using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DataProcessing.Demo;

/// <summary>The stack's HTTP API, asked again when the answer is 5xx or 429: everything there may be said twice.</summary>
internal sealed class Api(Uri url) : IDisposable
{
    private const int MostTries = 10;
    private readonly HttpClient _http = new();
    private int _repeated;

    /// <summary>How many requests were sent again.</summary>
    public int Repeated => _repeated;

    /// <summary>Stores texts, a few at a time.</summary>
    /// <returns>The documents in the order of the texts.</returns>
    public async Task<IReadOnlyList<Document>> StoreAsync(IReadOnlyList<Upload> texts, int inFlight)
    {
        var documents = new Document[texts.Count];
        await Parallel.ForAsync(0, texts.Count, new ParallelOptions { MaxDegreeOfParallelism = inFlight }, async (index, _) =>
        {
            using var response = await SendAsync(() => _http.PostAsJsonAsync(new Uri(url, "documents"), texts[index]));
            documents[index] = await ReadAsync<Document>(response);
        });
        return documents;
    }

    /// <returns>The status: 202 for a job that is on its way, 200 for one that has ended, 409 for another one of the same id.</returns>
    public async Task<HttpStatusCode> StartAsync(Job job)
    {
        using var response = await SendAsync(() => _http.PostAsJsonAsync(new Uri(url, "jobs"), job));
        return response.StatusCode;
    }

    /// <returns>Null for a job that is not known yet.</returns>
    public async Task<JobState?> FindAsync(string jobId)
    {
        using var response = await SendAsync(() => _http.GetAsync(new Uri(url, $"jobs/{jobId}")));
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<JobState>(response);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<TBody> ReadAsync<TBody>(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<TBody>(body, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"{response.RequestMessage?.RequestUri} answers {(int)response.StatusCode}: {body}");
    }

    private async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await send();
            if (((int)response.StatusCode < 500 && response.StatusCode != HttpStatusCode.TooManyRequests) || attempt == MostTries)
            {
                return response;
            }

            response.Dispose();
            Interlocked.Increment(ref _repeated);
            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
        }
    }
}
