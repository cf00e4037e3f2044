namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>Finds out whether conditions can hold together: those on one array in one and the same element.</summary>
internal static class ConsistencySearch
{
    public static bool HoldTogether(Condition[] conditions, ReadOnlySpan<ConditionState> states)
    {
        var open = new List<IReadOnlyList<ArrayPlace>>();
        foreach (var condition in conditions)
        {
            ref readonly var state = ref states[condition.Index];
            if (state.HoldsAnywhere || (condition.AcceptsAbsence && !state.IsPresent))
            {
                continue;
            }

            if (state.Places.Count == 0)
            {
                return false;
            }

            open.Add(state.Places);
        }

        return open.Count <= 1 || AllRelatedHold(open);
    }

    // Conditions on unrelated arrays are searched apart, so that their elements do not multiply.
    private static bool AllRelatedHold(List<IReadOnlyList<ArrayPlace>> open)
    {
        open.Sort((one, other) => one.Count.CompareTo(other.Count));
        while (open.Count > 0)
        {
            if (!Search(TakeRelated(open), 0, []))
            {
                return false;
            }
        }

        return true;
    }

    private static List<IReadOnlyList<ArrayPlace>> TakeRelated(List<IReadOnlyList<ArrayPlace>> open)
    {
        var related = new List<IReadOnlyList<ArrayPlace>>();
        var roots = new HashSet<int> { open[0][0].Root };
        for (var next = 0; next >= 0; next = open.FindIndex(places => places.Any(place => roots.Contains(place.Root))))
        {
            related.Add(open[next]);
            roots.UnionWith(open[next].Select(place => place.Root));
            open.RemoveAt(next);
        }

        return related;
    }

    private static bool Search(List<IReadOnlyList<ArrayPlace>> places, int next, List<ArrayPlace> chosen)
    {
        if (next == places.Count)
        {
            return true;
        }

        foreach (var place in places[next])
        {
            if (chosen.TrueForAll(other => ArrayPlace.AreConsistent(place, other)))
            {
                chosen.Add(place);
                if (Search(places, next + 1, chosen))
                {
                    return true;
                }

                chosen.RemoveAt(chosen.Count - 1);
            }
        }

        return false;
    }
}
