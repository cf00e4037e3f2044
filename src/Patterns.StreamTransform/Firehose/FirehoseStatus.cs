namespace Patterns.Firehose;

/// <summary>What Firehose is told of a record.</summary>
public enum FirehoseStatus
{
    /// <summary>The record could not be transformed. Firehose writes the original under the error prefix.</summary>
    ProcessingFailed,

    /// <summary>The record was transformed and is delivered.</summary>
    Ok,

    /// <summary>The record is left out on purpose. Firehose counts it as processed.</summary>
    Dropped,
}
