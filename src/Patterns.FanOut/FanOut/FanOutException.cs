using Patterns.FanOut.Internal;
using Patterns.Outbound;

namespace Patterns.FanOut;

/// <summary>Some destinations did not take a message. The others have it.</summary>
public sealed class FanOutException : Exception
{
    internal FanOutException(string messageId, IReadOnlyList<RouteResult> results)
        : base(Describe(messageId, results))
    {
        MessageId = messageId;
        Failures = results.Where(result => result.Failure is not null).DistinctBy(result => result.Name).ToDictionary(result => result.Name, result => result.Failure!);
        Succeeded = [.. results.Where(result => result.Failure is null).Select(result => result.Name)];
    }

    /// <summary>The message.</summary>
    public string MessageId { get; }

    /// <summary>What went wrong, by the route's name.</summary>
    public IReadOnlyDictionary<string, SendFailure> Failures { get; }

    /// <summary>The names of the routes whose destinations have the message.</summary>
    public IReadOnlyList<string> Succeeded { get; }

    /// <summary>
    /// Whether sending again may help at least one destination. A destination that is missing or refuses the caller is not the
    /// message's fault, and may be there the next time.
    /// </summary>
    public bool IsRetryable => Failures.Values.Any(failure => failure.IsRetryable || failure.Code == SendFailureCodes.RequestFailed);

    private static string Describe(string messageId, IReadOnlyList<RouteResult> results)
    {
        var failed = results.Where(result => result.Failure is not null).Select(result => $"{result.Name} ({result.Failure!.Code})");
        var succeeded = results.Where(result => result.Failure is null).Select(result => result.Name).DefaultIfEmpty("none");
        return $"Message {messageId} was not taken by {string.Join(", ", failed)}; it was taken by {string.Join(", ", succeeded)}.";
    }
}
