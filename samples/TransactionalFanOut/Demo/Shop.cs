using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;

namespace TransactionalFanOut.Demo;

/// <summary>Posts as customers do: many orders at a time, each order's requests in turn, and again when the answer is 5xx or 429.</summary>
internal sealed class Shop(Uri api) : IDisposable
{
    private const int MostTries = 10;
    private readonly HttpClient _http = new();
    private readonly ConcurrentDictionary<int, int> _answers = new();
    private readonly ConcurrentQueue<string> _mistakes = new();
    private readonly ConcurrentDictionary<string, bool> _placed = new();
    private int _repeated;

    /// <summary>How many requests were sent again because the answer was 5xx or 429.</summary>
    public int Repeated => _repeated;

    /// <summary>How often each status was the final answer.</summary>
    public IReadOnlyDictionary<int, int> Answers => _answers;

    /// <summary>The answers that were not as they must be.</summary>
    public IReadOnlyCollection<string> Mistakes => _mistakes;

    /// <summary>The orders whose customers were told that they are placed.</summary>
    public IReadOnlySet<string> Placed => _placed.Keys.ToHashSet();

    public async Task PostAllAsync(OrderBook book, int inFlight)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = inFlight };
        await Parallel.ForEachAsync(book.Lives.Values, parallel, async (life, _) => await PostAsync(life));
        await Parallel.ForEachAsync(book.Hopeless, parallel, async (request, _) => await PostAsync(request, request.IfPlaced));
    }

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(OrderLife life)
    {
        var answer = await SendAsync(life.Requests[0]);
        Check(life.Requests[0], answer, 202, 409);
        var isPlaced = answer == 202;
        if (isPlaced)
        {
            _placed[life.OrderId] = true;
        }

        foreach (var request in life.Requests.Skip(1))
        {
            await PostAsync(request, isPlaced ? request.IfPlaced : request.IfRefused);
        }
    }

    private async Task PostAsync(Request request, int expected) => Check(request, await SendAsync(request), expected);

    private void Check(Request request, int answer, params int[] expected)
    {
        _answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
        if (!expected.Contains(answer))
        {
            _mistakes.Enqueue($"POST /{Short(request.Path)} {Short(request.Body)} was answered with {answer}, not with {string.Join(" or ", expected)}.");
        }
    }

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;

    private async Task<int> SendAsync(Request request)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync(new Uri(api, request.Path), content);
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
