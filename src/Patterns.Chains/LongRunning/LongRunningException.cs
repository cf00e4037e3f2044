namespace Patterns.LongRunning;

/// <summary>A sweep could not look after some jobs; the others were seen to, and the next sweep tries again.</summary>
public sealed class LongRunningException : Exception
{
    private const int MostNamed = 10;

    internal LongRunningException(IReadOnlyList<(string JobId, Exception Exception)> failures)
        : base(Describe(failures), failures[0].Exception) => JobIds = [.. failures.Select(failure => failure.JobId)];

    /// <summary>The jobs.</summary>
    public IReadOnlyList<string> JobIds { get; }

    private static string Describe(IReadOnlyList<(string JobId, Exception Exception)> failures)
    {
        var named = failures.Take(MostNamed).Select(failure => $"{failure.JobId} ({failure.Exception.Message})");
        return $"{failures.Count} jobs could not be looked after: {string.Join(", ", named)}{(failures.Count > MostNamed ? ", …" : "")}";
    }
}
