namespace Patterns.Cqrs.Internal;

/// <summary>Work that goes on at the same time, and work that does not.</summary>
internal static class Lanes
{
    /// <summary>Runs an action for each item, a bounded number at a time; one by one, it stays where it is.</summary>
    public static async ValueTask RunAsync<T>(IEnumerable<T> items, int parallelism, Func<T, ValueTask> action)
    {
        if (parallelism > 1)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism };
            await Parallel.ForEachAsync(items, options, (item, _) => action(item)).ConfigureAwait(false);
            return;
        }

        foreach (var item in items)
        {
            await action(item).ConfigureAwait(false);
        }
    }

    /// <summary>Puts items that have something in common into one lane, in which they keep their order.</summary>
    /// <param name="items">The items.</param>
    /// <param name="marksOf">What an item may have in common with others.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T, TMark>(IReadOnlyList<T> items, Func<T, IEnumerable<TMark>> marksOf)
        where TMark : notnull
    {
        var lanes = new Dictionary<int, List<T>>();
        var laneOf = new Dictionary<TMark, int>();
        var joined = Enumerable.Range(0, items.Count).ToArray();
        for (var index = 0; index < items.Count; index++)
        {
            foreach (var mark in marksOf(items[index]))
            {
                joined[Root(joined, index)] = Root(joined, laneOf.TryGetValue(mark, out var other) ? other : laneOf[mark] = index);
            }
        }

        for (var index = 0; index < items.Count; index++)
        {
            var root = Root(joined, index);
            if (!lanes.TryGetValue(root, out var lane))
            {
                lanes[root] = lane = [];
            }

            lane.Add(items[index]);
        }

        return [.. lanes.Values];
    }

    private static int Root(int[] joined, int index)
    {
        while (joined[index] != index)
        {
            index = joined[index] = joined[joined[index]];
        }

        return index;
    }
}
