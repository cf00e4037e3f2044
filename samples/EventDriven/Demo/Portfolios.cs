using System.Net.Http.Json;

namespace EventDriven.Demo;

/// <summary>The owners' portfolios, as the portfolio service shows them.</summary>
internal sealed class Portfolios : IDisposable
{
    private const int MostTries = 20;

    private readonly HttpClient _http = new() { BaseAddress = StackOutputs.Url("PortfolioUrl") };

    /// <summary>The holdings that are not as the updates made them, or that should not be there.</summary>
    public async Task<IReadOnlyList<string>> CompareAsync(IEnumerable<string> owners, IEnumerable<Update> newest)
    {
        var expected = newest.ToLookup(update => update.Thing.Owner, update => new Holding(update.Thing.Id, update.Amount, update.Version));
        var mistakes = new List<string>();
        foreach (var owner in owners)
        {
            var view = await GetAsync(owner);
            mistakes.AddRange(expected[owner].Except(view.Holdings).Select(holding => $"The portfolio of {owner} lacks {holding}."));
            mistakes.AddRange(view.Holdings.Except(expected[owner]).Select(holding => $"The portfolio of {owner} has {holding}."));
            if (view.Total != view.Holdings.Sum(holding => holding.Value))
            {
                mistakes.Add($"The portfolio of {owner} adds up to {view.Total}.");
            }
        }

        return mistakes;
    }

    public void Dispose() => _http.Dispose();

    private async Task<PortfolioView> GetAsync(string owner)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await _http.GetAsync($"portfolios/{owner}");
            if (response.IsSuccessStatusCode || attempt == MostTries)
            {
                response.EnsureSuccessStatusCode();
                return (await response.Content.ReadFromJsonAsync<PortfolioView>())!;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
        }
    }
}
