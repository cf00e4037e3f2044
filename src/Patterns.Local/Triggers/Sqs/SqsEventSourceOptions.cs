namespace Patterns.Local.Triggers.Sqs;

/// <summary>How many batches of one mapping run at once.</summary>
internal sealed record SqsEventSourceOptions
{
    /// <summary>How many run at the beginning, as on AWS. Default 5.</summary>
    public int InitialConcurrency { get; init; } = 5;

    /// <summary>
    /// How many run at most. AWS goes to 1,250; the default here is 10, as many as a function has processes, so that no
    /// batch waits for one while the visibility of its messages runs out.
    /// </summary>
    public int MaximumConcurrency { get; init; } = 10;
}
