using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace EventDriven.Demo;

/// <summary>Update as owners do: many things at a time, a thing's versions in turn, and again when an answer is 5xx or 429.</summary>
internal sealed class Owners : IDisposable
{
    private const int MostTries = 20;

    private readonly HttpClient _http = new();
    private readonly Uri _assets = StackOutputs.Url("AssetUrl");
    private readonly Uri _insurances = StackOutputs.Url("InsuranceUrl");

    /// <summary>The final answer to each update.</summary>
    public ConcurrentDictionary<Update, int> Answers { get; } = new();

    /// <param name="updates">What is sent.</param>
    /// <param name="triesOfBadGateway">After how many times of being told that another service is down they give up.</param>
    public async Task UpdateAllAsync(IEnumerable<Update> updates, int triesOfBadGateway)
    {
        var things = updates.GroupBy(update => update.Thing).ToList();
        await Parallel.ForEachAsync(things, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (thing, _) =>
        {
            foreach (var update in thing.OrderBy(update => update.Version))
            {
                Answers[update] = await UpdateAsync(update, triesOfBadGateway);
            }
        });
    }

    public void Dispose() => _http.Dispose();

    private async Task<int> UpdateAsync(Update update, int triesOfBadGateway)
    {
        var badGateways = 0;
        for (var attempt = 1; ; attempt++)
        {
            using var response = await PutAsync(update);
            var status = (int)response.StatusCode;
            badGateways += response.StatusCode == HttpStatusCode.BadGateway ? 1 : 0;
            if (status < 500 && status != 429 || badGateways == triesOfBadGateway || attempt == MostTries)
            {
                return status;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 * Math.Min(attempt, 10)));
        }
    }

    private Task<HttpResponseMessage> PutAsync(Update update) => update.Thing.Kind == "asset"
        ? _http.PutAsJsonAsync(new Uri(_assets, update.Thing.Path), new { update.Thing.Owner, value = update.Amount, update.Version })
        : _http.PutAsJsonAsync(new Uri(_insurances, update.Thing.Path), new { update.Thing.Owner, premium = update.Amount, update.Version });
}
