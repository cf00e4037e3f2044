using System.Net.Http.Json;

namespace FanIn.Demo;

/// <summary>Posts requests as customers do: several at a time, and again when the answer is 5xx or 429.</summary>
internal sealed class Customer(Uri api) : IDisposable
{
    private const int MostTries = 10;
    private readonly HttpClient _http = new();
    private int _repeated;

    /// <summary>How many requests were sent again.</summary>
    public int Repeated => _repeated;

    /// <exception cref="HttpRequestException">A request was refused, or failed too often.</exception>
    public Task AskAllAsync(IEnumerable<QuoteRequest> requests, int inFlight) =>
        Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = inFlight }, async (request, _) => await AskAsync(request));

    public void Dispose() => _http.Dispose();

    private async Task AskAsync(QuoteRequest request)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await _http.PostAsJsonAsync(new Uri(api, "quotes"), request);
            var status = (int)response.StatusCode;
            if (status < 500 && status != 429 || attempt == MostTries)
            {
                response.EnsureSuccessStatusCode();
                return;
            }

            Interlocked.Increment(ref _repeated);
            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
        }
    }
}
