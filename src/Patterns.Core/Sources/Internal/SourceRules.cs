namespace Patterns.Sources.Internal;

/// <summary>What the sources expect of a consumer.</summary>
internal static class SourceRules
{
    /// <summary>Whether the source reads a list of failed records from the reply.</summary>
    public static bool TakesPartialReply(SourceKind source) =>
        source is SourceKind.Sqs or SourceKind.SqsFifo or SourceKind.Kinesis or SourceKind.DynamoDb;

    /// <summary>Whether records with the same key must run in order.</summary>
    public static bool IsOrdered(SourceKind source) =>
        source is SourceKind.SqsFifo or SourceKind.Kinesis or SourceKind.DynamoDb;

    /// <summary>Whether the source resumes from one position, so that only the lowest unfinished record may be reported.</summary>
    public static bool ResumesFromPosition(SourceKind source) =>
        source is SourceKind.Kinesis or SourceKind.DynamoDb;

    /// <summary>Whether other services hand their messages through the source with an envelope around them.</summary>
    public static bool MayHoldEnvelopes(SourceKind source) =>
        source is SourceKind.Sqs or SourceKind.SqsFifo or SourceKind.Sns or SourceKind.Kinesis or SourceKind.EventBridge or SourceKind.Direct;
}
