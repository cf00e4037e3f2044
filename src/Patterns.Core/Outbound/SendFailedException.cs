namespace Patterns.Outbound;

/// <summary>Entries could not be sent. All others were.</summary>
public sealed class SendFailedException : Exception
{
    private const int MostNamed = 5;

    /// <summary>Makes the exception.</summary>
    public SendFailedException(string destination, IReadOnlyList<SendFailure> failures)
        : base(Describe(destination, failures), failures.Select(failure => failure.Exception).FirstOrDefault(exception => exception is not null))
    {
        Destination = destination;
        Failures = failures;
    }

    /// <summary>The destination's name.</summary>
    public string Destination { get; }

    /// <summary>The entries that were not sent.</summary>
    public IReadOnlyList<SendFailure> Failures { get; }

    private static string Describe(string destination, IReadOnlyList<SendFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        var named = failures.Take(MostNamed).Select(failure => $"{failure.Envelope.Id} ({failure.Code}{Detail(failure)})");
        return $"{failures.Count} messages could not be sent to {destination}: {string.Join(", ", named)}{(failures.Count > MostNamed ? ", …" : "")}";
    }

    private static string Detail(SendFailure failure) => failure.Message is { Length: > 0 } message ? $": {message}" : "";
}
