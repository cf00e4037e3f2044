namespace StreamTransform.Demo;

/// <summary>Compares what came out with what the lines say.</summary>
internal sealed class Check(Expectation expected, PageViews views, Inbox errors, Inbox broken)
{
    /// <summary>Whether everything is there; what is too much is found by <see cref="Mistakes"/>.</summary>
    public bool IsComplete => views.Count >= expected.ViewCount && errors.Count >= expected.Errors.Count && broken.Count >= expected.Broken.Count;

    public IReadOnlyList<string> Mistakes() =>
    [
        .. expected.Views.Keys.Union(views.ByVisitor.Keys).Where(visitor => !IsSame(visitor)).Select(visitor => $"The views of visitor {visitor} are others, or in another order."),
        .. Difference("errors", expected.Errors, errors.Bodies),
        .. Difference("broken lines", expected.Broken, broken.Bodies),
    ];

    private bool IsSame(string visitor) => expected.Views.GetValueOrDefault(visitor, []).SequenceEqual(views.ByVisitor.GetValueOrDefault(visitor, []));

    private static IEnumerable<string> Difference(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, found) = (expected.Order(StringComparer.Ordinal).ToList(), actual.Order(StringComparer.Ordinal).ToList());
        return wanted.SequenceEqual(found) ? [] : [$"There should be {wanted.Count} {what} and are {found.Count}, or some of them differ."];
    }
}
