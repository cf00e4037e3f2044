namespace LongRunning.Demo;

/// <summary>What the API says of an import.</summary>
internal sealed record ImportStatus(string File, string Phase, long PagesDone, long? Pages, string? Failure)
{
    public bool HasEnded => Phase is "Completed" or "Failed" or "Cancelled";
}
