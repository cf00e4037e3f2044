namespace Patterns.Local.Services.Sns.Publishing;

/// <summary>What a publisher sends.</summary>
internal sealed record PublishInput(string Message)
{
    public string? Subject { get; init; }

    /// <summary><c>json</c> when the message is an object with a text for each protocol.</summary>
    public string? MessageStructure { get; init; }

    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; } = new Dictionary<string, MessageAttribute>();

    public string? GroupId { get; init; }

    public string? DeduplicationId { get; init; }
}
