using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Patterns.Facade;
using Patterns.Http;
using Patterns.Testing;

namespace Patterns.Benchmarks;

/// <summary>The tail of a facade's latency against that of the slowest of its parts, which are asked alone with the same draws, in turn.</summary>
internal static class FacadeRun
{
    private const int Requests = 500;
    private const int Parallel = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(300);

    public static async Task PrintAsync()
    {
        Console.WriteLine("| one in a hundred calls of two parts | | p50 | p99 | slowest | complete |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|");
        foreach (var (what, tail) in new[] { ("is like the others", TimeSpan.Zero), ("takes 0.8 s", TimeSpan.FromSeconds(0.8)), ("never answers", Timeout.InfiniteTimeSpan) })
        {
            await RunAsync(1, tail, 50);
            var (alone, facade) = await RunAsync(2, tail, Requests);
            Print(what, "slowest part alone", alone);
            Print("", "facade", facade);
            Console.WriteLine($"| | facade by slowest part | {Ratio(facade, alone, 0.5)} | {Ratio(facade, alone, 0.99)} | | |");
        }
    }

    private static async Task<(List<(TimeSpan Took, bool IsComplete)> Alone, List<(TimeSpan Took, bool IsComplete)> Facade)> RunAsync(int seed, TimeSpan tail, int requests)
    {
        var (alone, facade) = (new List<(TimeSpan, bool)>(), new List<(TimeSpan, bool)>());
        var random = new Random(seed);
        var page = new Page();
        var draws = Enumerable.Range(0, requests).Select(_ => Draw(random, tail)).ToArray();
        foreach (var chunk in draws.Chunk(Parallel))
        {
            alone.AddRange(await Task.WhenAll(chunk.Select(AloneAsync)));
            facade.AddRange(await Task.WhenAll(chunk.Select(page.AskAsync)));
        }

        return (alone, facade);
    }

    /// <summary>Five latencies around 20 ms; two of them have a tail.</summary>
    private static TimeSpan[] Draw(Random random, TimeSpan tail) =>
    [
        .. Enumerable.Range(0, 5).Select(part => part < 2 && tail != TimeSpan.Zero && random.Next(100) == 0
            ? tail
            : TimeSpan.FromMilliseconds(5 - (15 * Math.Log(1 - random.NextDouble())))),
    ];

    /// <summary>What a client waits that asks the slowest service by itself, and gives up after a second.</summary>
    private static async Task<(TimeSpan, bool)> AloneAsync(TimeSpan[] latencies)
    {
        var slowest = latencies.Contains(Timeout.InfiniteTimeSpan) ? Timeout.InfiniteTimeSpan : latencies.Max();
        var start = Stopwatch.GetTimestamp();
        var isAnswered = slowest != Timeout.InfiniteTimeSpan && slowest < Patience;
        await Task.Delay(isAnswered ? slowest : Patience);
        return (Stopwatch.GetElapsedTime(start), isAnswered);
    }

    private static void Print(string what, string side, List<(TimeSpan Took, bool IsComplete)> answers) => Console.WriteLine(
        $"| {what} | {side} | {At(answers, 0.5):F1} ms | {At(answers, 0.99):F1} ms | {At(answers, 1):F1} ms | {100.0 * answers.Count(answer => answer.IsComplete) / answers.Count:F1} % |");

    private static string Ratio(List<(TimeSpan Took, bool IsComplete)> facade, List<(TimeSpan Took, bool IsComplete)> alone, double part) => $"{At(facade, part) / At(alone, part):F2}";

    private static double At(List<(TimeSpan Took, bool IsComplete)> answers, double part) =>
        answers.Select(answer => answer.Took.TotalMilliseconds).Order().ElementAt((int)Math.Min(answers.Count - 1, part * answers.Count));

    /// <summary>Five parts that need nothing of each other, each of which takes as long as it was drawn.</summary>
    private sealed class Page() : FacadeHandler(new FacadeOptions { Budget = Budget })
    {
        private static readonly PartOptions<string> Once = new() { MaxAttempts = 1 };

        public async Task<(TimeSpan, bool)> AskAsync(TimeSpan[] latencies)
        {
            var start = Stopwatch.GetTimestamp();
            var query = string.Join('&', latencies.Select(latency => $"l={latency.Ticks}"));
            using var request = new MemoryStream(Encoding.UTF8.GetBytes($$$$"""{"version":"2.0","rawPath":"/","rawQueryString":"{{{{query}}}}","requestContext":{"http":{"method":"GET"}}}"""));
            var reply = await FunctionHandler(request, new FakeLambdaContext(TimeSpan.FromSeconds(60), TimeProvider.System));
            using var document = await JsonDocument.ParseAsync(reply);
            return (Stopwatch.GetElapsedTime(start), !document.RootElement.GetProperty("headers").TryGetProperty("Cache-Control", out _));
        }

        protected override CallPlan? Plan(ApiRequest request)
        {
            var plan = new CallPlan();
            foreach (var (index, latency) in request.Query.Index())
            {
                plan.Add($"p{index}", ApiJson.Default.String, call => CallAsync(TimeSpan.FromTicks(long.Parse(latency.Value)), call), Once);
            }

            return plan;
        }

        private static async ValueTask<string> CallAsync(TimeSpan latency, PartContext call)
        {
            await Task.Delay(latency, call.CancellationToken);
            return "x";
        }
    }
}
