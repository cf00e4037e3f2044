namespace Patterns.FanIn;

/// <summary>Aggregates could not be brought on; they are tried again.</summary>
public sealed class FanInException : Exception
{
    private const int MostNamed = 10;

    internal FanInException(string message, string correlationId, Exception? innerException = null)
        : base(message, innerException) => CorrelationIds = [correlationId];

    internal FanInException(IReadOnlyList<(string CorrelationId, Exception Exception)> failures)
        : base(Describe(failures), failures[0].Exception) => CorrelationIds = [.. failures.Select(failure => failure.CorrelationId)];

    /// <summary>The aggregates.</summary>
    public IReadOnlyList<string> CorrelationIds { get; }

    private static string Describe(IReadOnlyList<(string CorrelationId, Exception Exception)> failures)
    {
        var named = failures.Take(MostNamed).Select(failure => $"{failure.CorrelationId} ({failure.Exception.Message})");
        return $"{failures.Count} aggregates that are due could not be brought to their end: {string.Join(", ", named)}{(failures.Count > MostNamed ? ", …" : "")}";
    }
}
