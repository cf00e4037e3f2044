namespace Patterns.Aws.DynamoDb;

/// <summary>What a failed request means for the one that sent it.</summary>
internal enum FailureKind
{
    /// <summary>It will never succeed.</summary>
    Final,

    /// <summary>It took no effect, and may succeed when it is sent again.</summary>
    NotApplied,

    /// <summary>It may have taken effect: the reply was lost.</summary>
    Unknown,
}
