namespace Patterns.OneWayChain;

/// <summary>The message attributes by which a chain knows its messages. In a CloudEvent they are extension attributes of the same names.</summary>
public static class ChainAttributes
{
    /// <summary>Which chain: the same from the start to the completion or the failure record.</summary>
    public const string ChainId = "chainid";

    /// <summary>Which step sent the message; in a failure record, which one failed.</summary>
    public const string Step = "chainstep";

    /// <summary>How often the chain was handed on before: 0 for its start.</summary>
    public const string Hop = "chainhop";

    /// <summary>The CloudEvents type of the report that a chain has come to its end: <c>chain.completed</c>.</summary>
    public const string Completed = "chain.completed";

    /// <summary>The CloudEvents type of a failure record: <c>chain.failed</c>.</summary>
    public const string Failed = "chain.failed";
}
