namespace Patterns.TwoWayChain.Internal;

/// <summary>What became of a reply.</summary>
internal enum ReplyFate
{
    /// <summary>It is the request's answer.</summary>
    Taken,

    /// <summary>The request has an answer already.</summary>
    Duplicate,

    /// <summary>The request had timed out.</summary>
    Late,
}
