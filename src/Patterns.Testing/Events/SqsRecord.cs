namespace Patterns.Testing;

/// <summary>A message as an SQS queue hands it to a function.</summary>
/// <param name="Body">The body.</param>
public sealed record SqsRecord(string Body)
{
    /// <summary>The message id. Default: a new one.</summary>
    public string MessageId { get; init; } = Guid.NewGuid().ToString();

    /// <summary>The message group; null for none.</summary>
    public string? GroupId { get; init; }

    /// <summary>The receive count. Default: 1.</summary>
    public int ReceiveCount { get; init; } = 1;

    /// <summary>Message attributes of the type String.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The X-Ray header; null for none.</summary>
    public string? TraceHeader { get; init; }
}
