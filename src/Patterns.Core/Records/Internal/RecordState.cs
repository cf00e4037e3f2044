namespace Patterns.Records.Internal;

/// <summary>How far a record has come. Everything starts as not finished, so that an early end loses nothing.</summary>
internal enum RecordState : byte
{
    NotStarted,
    Running,
    Failed,
    Undecodable,
    Blocked,

    /// <summary>The handler succeeded.</summary>
    Handled,

    /// <summary>The record is at the failure destination.</summary>
    Diverted,
}
