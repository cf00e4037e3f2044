using System.Text.Json;

namespace PipesAndFilters.Demo;

/// <summary>One form of the pipeline: what came out of it, and the dead letters of its filters.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Results">What came out.</param>
/// <param name="DeadLetters">The dead letters, by the filter.</param>
internal sealed record Form(string Name, Outlet Results, IReadOnlyDictionary<string, Outlet> DeadLetters)
{
    /// <summary>What came of a file, in the order of its lines.</summary>
    public ILookup<string, PricedLine> ByFile => Results.ById
        .OrderBy(message => message.Key, new Lineage())
        .ToLookup(message => Lineage.FileOf(message.Key), message => JsonSerializer.Deserialize<PricedLine>(message.Value.Body, JsonSerializerOptions.Web)!);

    public int Dead => DeadLetters.Values.Sum(letters => letters.ById.Count);

    public async Task<int> ReadAsync()
    {
        var arrived = await Results.ReadAsync(waitSeconds: 1);
        foreach (var letters in DeadLetters.Values)
        {
            arrived += await letters.ReadAsync(waitSeconds: 0);
        }

        return arrived;
    }
}
