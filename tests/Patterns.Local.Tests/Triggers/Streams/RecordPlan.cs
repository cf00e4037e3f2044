namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>How a function treats a record.</summary>
/// <param name="Key">The partition key.</param>
/// <param name="Failures">How often it fails before it succeeds.</param>
/// <param name="Kind">How it fails.</param>
/// <param name="IsWanted">Whether the filter lets it through.</param>
internal sealed record RecordPlan(string Key, int Failures, FailureKind Kind, bool IsWanted)
{
    public const int Always = int.MaxValue;
}
