namespace Patterns.Windows;

/// <summary>Windows of some keys could not be closed though they are due; all others were, as far as there was time, and the next sweep tries again.</summary>
public sealed class WindowSweepException : Exception
{
    private const int MostNamed = 10;

    internal WindowSweepException(IReadOnlyList<(string Key, Exception Exception)> failures)
        : base(Describe(failures), failures[0].Exception) => Keys = [.. failures.Select(failure => failure.Key)];

    /// <summary>The keys.</summary>
    public IReadOnlyList<string> Keys { get; }

    private static string Describe(IReadOnlyList<(string Key, Exception Exception)> failures)
    {
        var named = failures.Take(MostNamed).Select(failure => $"{failure.Key} ({failure.Exception.Message})");
        return $"The windows of {failures.Count} keys are due and could not be closed: {string.Join(", ", named)}{(failures.Count > MostNamed ? ", …" : "")}";
    }
}
