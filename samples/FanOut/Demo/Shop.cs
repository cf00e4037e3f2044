using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;

namespace FanOut.Demo;

/// <summary>Posts orders as customers do: many at a time, and again when the answer is 5xx or 429.</summary>
internal sealed class Shop(Uri api) : IDisposable
{
    private const int MostTries = 10;
    private readonly HttpClient _http = new();
    private int _repeated;

    /// <summary>How many requests were sent again because the answer was 5xx or 429.</summary>
    public int Repeated => _repeated;

    /// <summary>How often each status was the final answer.</summary>
    public async Task<IReadOnlyDictionary<int, int>> PostAllAsync(IReadOnlyList<string> bodies, int inFlight)
    {
        var answers = new ConcurrentDictionary<int, int>();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = inFlight }, async (body, _) =>
            answers.AddOrUpdate(await PostAsync(body), 1, (_, count) => count + 1));
        return answers;
    }

    public void Dispose() => _http.Dispose();

    private async Task<int> PostAsync(string body)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync(new Uri(api, "orders"), content);
            var status = (int)response.StatusCode;
            if (status < 500 && status != 429 || attempt == MostTries)
            {
                return status;
            }

            Interlocked.Increment(ref _repeated);
            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
        }
    }
}
