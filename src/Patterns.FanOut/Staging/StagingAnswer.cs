namespace Patterns.FanOut;

/// <summary>What a receiver says when it is asked to stage.</summary>
public enum StagingAnswer
{
    /// <summary>It cannot take the messages, or was told before that the transaction is aborted, which may overtake the question.</summary>
    Refused,

    /// <summary>They are staged, now or since before.</summary>
    Staged,

    /// <summary>It was told before that the transaction is committed.</summary>
    Committed,
}
