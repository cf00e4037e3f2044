namespace Patterns.TwoWayChain;

/// <summary>Some of what is due could not be looked at; all else was, and the next sweep tries again.</summary>
public sealed class SweepException : Exception
{
    private const int MostNamed = 10;

    internal SweepException(IReadOnlyList<(string Id, Exception Exception)> failures)
        : base(Describe(failures), failures[0].Exception) => Ids = [.. failures.Select(failure => failure.Id)];

    /// <summary>The sagas or requests.</summary>
    public IReadOnlyList<string> Ids { get; }

    private static string Describe(IReadOnlyList<(string Id, Exception Exception)> failures)
    {
        var named = failures.Take(MostNamed).Select(failure => $"{failure.Id} ({failure.Exception.Message})");
        return $"{failures.Count} that are due could not be brought on: {string.Join(", ", named)}{(failures.Count > MostNamed ? ", …" : "")}";
    }
}
