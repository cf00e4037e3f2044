namespace Patterns.FanIn.Internal;

/// <summary>The attributes of an aggregate's head.</summary>
internal static class HeadNames
{
    public const string State = "state";
    public const string Count = "parts";
    public const string Expected = "expected";
    public const string ExpectedParts = "expectedParts";
    public const string OpenedAt = "openedAt";
    public const string Deadline = "deadline";
    public const string Due = "timer";
    public const string Shard = "timerShard";
    public const string Outcome = "outcome";
    public const string Owner = "closedBy";
    public const string ClosedAt = "closedAt";
}
