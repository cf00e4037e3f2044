using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>Counts parts of one aggregate: each part and the counter in one transaction, so that no part counts twice.</summary>
internal sealed class PartCounter(StoreLayout layout)
{
    private const int MostLooks = 20;

    /// <returns>What became of each part, in their order.</returns>
    public async ValueTask<IReadOnlyList<CountedPart>> CountAsync(string correlationId, IReadOnlyList<NewPart> parts, CancellationToken cancellationToken)
    {
        var fates = new CountedPart[parts.Count];
        foreach (var group in Enumerable.Range(0, parts.Count).GroupBy(index => parts[index].Expected))
        {
            var run = new CountRun(layout, correlationId, group.Key);
            foreach (var same in group.GroupBy(index => parts[index].Id, StringComparer.Ordinal))
            {
                run.Add(parts[same.MaxBy(index => parts[index].Rank)], fate => Settle(fates, same, fate));
            }

            await RunAsync(run, correlationId, cancellationToken).ConfigureAwait(false);
        }

        return fates;
    }

    private static void Settle(CountedPart[] fates, IEnumerable<int> same, CountedPart fate)
    {
        foreach (var index in same)
        {
            fates[index] = fate;
        }
    }

    private async ValueTask RunAsync(CountRun run, string correlationId, CancellationToken cancellationToken)
    {
        for (var looks = run.OpenCount + MostLooks; run.OpenCount > 0; looks--)
        {
            if (looks == 0)
            {
                throw new FanInException($"{correlationId} changed at every attempt to count parts of it.", correlationId);
            }

            var result = await layout.TransactAsync(run.Writes(), StoreLayout.NewToken(), cancellationToken).ConfigureAwait(false);
            if (run.Learn(result))
            {
                await SortOutAsync(run, correlationId, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask SortOutAsync(CountRun run, string correlationId, CancellationToken cancellationToken)
    {
        var keys = run.OpenIds.Select(id => layout.PartKey(correlationId, id)).ToArray();
        run.Close(await layout.Table.GetManyAsync(keys, cancellationToken).ConfigureAwait(false));
    }
}
