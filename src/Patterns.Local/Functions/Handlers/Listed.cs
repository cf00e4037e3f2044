namespace Patterns.Local.Functions.Handlers;

/// <summary>A list of names as a message shows it: sorted, each once, and not endless.</summary>
internal static class Listed
{
    private const int Most = 20;

    public static string Names(IEnumerable<string> names)
    {
        var sorted = new List<string>(new SortedSet<string>(names, StringComparer.Ordinal));
        return sorted.Count switch
        {
            0 => "none",
            > Most => $"{string.Join(", ", sorted.GetRange(0, Most))} and {sorted.Count - Most} more",
            _ => string.Join(", ", sorted),
        };
    }
}
