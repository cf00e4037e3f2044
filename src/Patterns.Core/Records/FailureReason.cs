namespace Patterns;

/// <summary>Why a record is reported to its source.</summary>
public enum FailureReason
{
    /// <summary>The handler threw.</summary>
    HandlerFailed,

    /// <summary>The body could not be read as the message, and there is no failure destination that took it.</summary>
    Undecodable,

    /// <summary>An earlier record of its group or key failed, so that this one was not started.</summary>
    Blocked,

    /// <summary>The deadline's reserve began before the record's turn came.</summary>
    NotStarted,

    /// <summary>The handler was cancelled at the deadline's reserve and had not ended when the report was due.</summary>
    GivenUp,
}
