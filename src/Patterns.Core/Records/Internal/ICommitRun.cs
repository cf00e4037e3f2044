namespace Patterns.Records.Internal;

/// <summary>The work of one invocation's records.</summary>
internal interface ICommitRun
{
    /// <summary>Commits the work of the records that are prepared.</summary>
    ValueTask CommitAsync(RecordStates states, CancellationToken cancellationToken);

    /// <summary>Fails every record whose work was to be committed.</summary>
    void FailAll(Exception failure);

    /// <summary>Ends the commit: what fails later is not heard. The records whose work is not committed, in their order.</summary>
    IReadOnlyList<(RecordContext Context, Exception Failure)> Close();
}
