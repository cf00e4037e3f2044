using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Cqrs.Demo;

/// <summary>Asks for views, with the tokens of what was written before.</summary>
internal sealed class ReadSide(HttpClient http)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly ConcurrentQueue<double> _waits = new();
    private int _behind;

    /// <summary>How long the answers took, in milliseconds.</summary>
    public IReadOnlyCollection<double> Waits => _waits;

    /// <summary>How often the view was still behind when the query's patience was over, and the query was sent again.</summary>
    public int Behind => _behind;

    /// <summary>Reads what was just written; nothing older will do.</summary>
    public async Task CheckAsync(Policy policy)
    {
        var start = Stopwatch.GetTimestamp();
        using var page = await GetAsync($"holders/{policy.Holder}/policies", policy.Token);
        _waits.Enqueue(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        var row = page.RootElement.GetProperty("policies").EnumerateArray().FirstOrDefault(row => row.GetProperty("policyId").GetString() == policy.Id);
        if (row.ValueKind == JsonValueKind.Undefined)
        {
            throw new DemoException($"The view has no {policy.Id}, though it says that it has {policy.Token}.");
        }

        var shown = (row.GetProperty("premium").GetDecimal(), row.GetProperty("isOpen").GetBoolean(), row.GetProperty("version").GetInt64());
        if (shown != (policy.Premium, policy.IsOpen, policy.Version))
        {
            throw new DemoException($"{policy.Id} is {(policy.Premium, policy.IsOpen, policy.Version)}, and the view says {shown}.");
        }
    }

    /// <summary>The lines of business, when the view has all of the policies.</summary>
    public async Task<Dictionary<string, (int Policies, decimal Premium)>> GetLinesAsync(IEnumerable<Policy> policies)
    {
        foreach (var tokens in policies.Select(policy => policy.Token).Chunk(16))
        {
            (await GetAsync("lines", string.Join(',', tokens))).Dispose();
        }

        using var page = await GetAsync("lines", token: null);
        return page.RootElement.GetProperty("lines").EnumerateArray().ToDictionary(
            line => line.GetProperty("line").GetString()!,
            line => (line.GetProperty("policies").GetInt32(), line.GetProperty("premium").GetDecimal()));
    }

    private async Task<JsonDocument> GetAsync(string path, string? token)
    {
        using var limit = new CancellationTokenSource(s_patience);
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (token is not null)
            {
                request.Headers.Add("View-Token", token);
            }

            using var response = await http.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsStringAsync(limit.Token);
            if (response.IsSuccessStatusCode)
            {
                return JsonDocument.Parse(body);
            }

            if ((int)response.StatusCode < 500 && response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                throw new DemoException($"GET {path} was answered with {(int)response.StatusCode}: {body}");
            }

            if (body.Contains("view-behind", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _behind);
            }

            await Task.Delay(100, limit.Token);
        }
    }
}
