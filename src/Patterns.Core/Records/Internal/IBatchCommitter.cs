namespace Patterns.Records.Internal;

/// <summary>A handler whose records are handled when their work is committed.</summary>
internal interface IBatchCommitter
{
    ICommitRun Begin(int count);
}
