namespace Patterns.Local.Tests.Triggers.Streams;

internal enum FailureKind
{
    /// <summary>The function throws, or its process is killed.</summary>
    Error,

    /// <summary>The function reports the record.</summary>
    Report,

    /// <summary>The function reports a record that is not in the batch.</summary>
    OddReport,
}
