using Patterns.Outbound;

namespace Patterns.StreamTransform;

/// <summary>Some outputs of a record were not taken by their sinks. The others were.</summary>
public sealed class TransformFailedException : Exception
{
    internal TransformFailedException(string messageId, IReadOnlyDictionary<string, SendFailure> failures)
        : base(Describe(messageId, failures), failures.Values.Select(failure => failure.Exception).FirstOrDefault(exception => exception is not null))
    {
        MessageId = messageId;
        Failures = failures;
    }

    /// <summary>The record.</summary>
    public string MessageId { get; }

    /// <summary>What went wrong first, by the sink's name.</summary>
    public IReadOnlyDictionary<string, SendFailure> Failures { get; }

    private static string Describe(string messageId, IReadOnlyDictionary<string, SendFailure> failures) =>
        $"Outputs of record {messageId} were not taken by {string.Join(", ", failures.Select(failure => $"{failure.Key} ({failure.Value.Code}: {failure.Value.Message})"))}.";
}
