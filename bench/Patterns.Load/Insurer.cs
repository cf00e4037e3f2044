using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Patterns.Load;

/// <summary>Changes policies at a steady rate, whether or not earlier changes have had their reply; asks the view for every fifth change.</summary>
internal sealed class Insurer(HttpClient http, int policies)
{
    private const int OneIn = 5;
    private readonly int _run = Random.Shared.Next(100_000, 999_999);
    private readonly ConcurrentQueue<(TimeSpan Due, TimeSpan At)> _replies = new();
    private readonly ConcurrentQueue<TimeSpan> _views = new();
    private int _sent;
    private int _triedAgain;

    public Task OpenAllAsync(CancellationToken stop) => Parallel.ForEachAsync(
        Enumerable.Range(0, policies),
        new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop },
        async (policy, token) => await SendAsync("policy.open", $$"""{"policyId":"{{Id(policy)}}","holder":"{{Id(policy)}}","line":"{{Id(policy)}}","premium":1}""", token));

    public async Task<CqrsRound> RunAsync(int rate, TimeSpan length, CancellationToken stop)
    {
        _replies.Clear();
        _views.Clear();
        _triedAgain = 0;
        var count = (int)(rate * length.TotalSeconds);
        var start = Stopwatch.GetTimestamp();
        var running = new List<Task>(count);
        for (var number = 0; number < count; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / rate);
            if (due - Stopwatch.GetElapsedTime(start) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, stop);
            }

            running.Add(ChangeAsync(start, due, number, stop));
        }

        await Task.WhenAll(running);
        return new CqrsRound(rate, _replies.Max(reply => reply.At), [.. _replies.Select(reply => reply.At - reply.Due)], [.. _views], _triedAgain);
    }

    private async Task ChangeAsync(long start, TimeSpan due, int number, CancellationToken stop)
    {
        var policy = Id(number % policies);
        var premium = (Interlocked.Increment(ref _sent) + 1).ToString(CultureInfo.InvariantCulture);
        var token = await SendAsync("policy.change-premium", $$"""{"policyId":"{{policy}}","premium":{{premium}}}""", stop);
        _replies.Enqueue((due, Stopwatch.GetElapsedTime(start)));
        if (number % OneIn == 0)
        {
            var replied = Stopwatch.GetTimestamp();
            await WaitForAsync(policy, token, stop);
            _views.Enqueue(Stopwatch.GetElapsedTime(replied));
        }
    }

    private async Task<string> SendAsync(string name, string arguments, CancellationToken stop)
    {
        var key = Guid.NewGuid().ToString();
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "commands");
            request.Headers.Add("Idempotency-Key", key);
            request.Content = new StringContent($$"""{"name":"{{name}}","version":1,"arguments":{{arguments}}}""", Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request, stop);
            if (response.IsSuccessStatusCode)
            {
                return response.Headers.GetValues("View-Token").Single();
            }

            await ComeAgainAsync(response, stop);
        }
    }

    private async Task WaitForAsync(string holder, string token, CancellationToken stop)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"holders/{holder}/policies");
            request.Headers.Add("View-Token", token);
            using var response = await http.SendAsync(request, stop);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await ComeAgainAsync(response, stop);
        }
    }

    private async Task ComeAgainAsync(HttpResponseMessage response, CancellationToken stop)
    {
        if ((int)response.StatusCode is not (409 or 429 or >= 500))
        {
            throw new LoadException($"{response.RequestMessage!.RequestUri} was answered with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(stop)}");
        }

        Interlocked.Increment(ref _triedAgain);
        await Task.Delay(50, stop);
    }

    private string Id(int policy) => $"p-{_run}-{policy}";
}
