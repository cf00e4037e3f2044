namespace Patterns.StreamTransform.Internal;

/// <summary>Counts what the records of an invocation dropped. Records that come again are not counted now.</summary>
internal static class DropTally
{
    public static void Report<TOut>(IReadOnlyList<CommitEntry<TransformContext<TOut>>> entries, HashSet<int> failed, string transform)
    {
        Dictionary<string, int>? tally = null;
        for (var index = 0; index < entries.Count; index++)
        {
            var drops = ((RecordOutputs<TOut>)entries[index].Work).Drops;
            for (var drop = 0; drop < drops.Count && !failed.Contains(index); drop++)
            {
                tally ??= new Dictionary<string, int>(StringComparer.Ordinal);
                tally[drops[drop]] = tally.GetValueOrDefault(drops[drop]) + 1;
            }
        }

        if (tally is not null)
        {
            TransformMeter.CountDropped(transform, tally);
            Log.Dropped(entries[0].Context.Lambda.Logger, transform, entries.Count, tally);
        }
    }
}
