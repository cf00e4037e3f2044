namespace Patterns.Cqrs.Internal;

/// <summary>Changes in their order, up to the first one that cannot be planned.</summary>
/// <param name="Changes">Those before it.</param>
/// <param name="Failure">Why there are no more; null when these are all.</param>
internal sealed record PlannedChanges(IReadOnlyList<PlannedChange> Changes, Exception? Failure = null)
{
    public static PlannedChanges Of<TChange>(ViewProjection<TChange> projection, IChangeSource<TChange> source, IEnumerable<TChange> changes)
    {
        var planned = new List<PlannedChange>();
        try
        {
            foreach (var change in changes)
            {
                planned.Add(new PlannedChange(source.MarkOf(change), Rows(projection, change)));
            }
        }
        catch (Exception failure)
        {
            return new PlannedChanges(planned, failure);
        }

        return new PlannedChanges(planned);
    }

    /// <summary>Those behind a version.</summary>
    public PlannedChanges After(long version) => this with { Changes = [.. Changes.Where(change => change.Mark.Version > version)] };

    private static RowChange[] Rows<TChange>(ViewProjection<TChange> projection, TChange change)
    {
        RowChange[] rows = [.. projection.Plan(change)];
        foreach (var row in rows)
        {
            ViewLayout.Check(row.Key);
        }

        var most = projection.OwnsRows ? ViewAttempt.MostOwnRows : ViewAttempt.MostRows;
        if (rows.Length > most || rows.DistinctBy(row => row.Key).Count() < rows.Length)
        {
            throw new InvalidOperationException($"The change comes into {rows.Length} rows; at most {most} are possible, and each once.");
        }

        return rows;
    }
}
