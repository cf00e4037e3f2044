namespace LongRunning.Demo;

/// <summary>What the stack tells of an import's end.</summary>
internal sealed record ImportResult(string Job, string Phase, long Checkpoint, string? Failure, ImportResult.FinalState State)
{
    internal sealed record FinalState(int NextPage, int Payments, int Rejected);
}
