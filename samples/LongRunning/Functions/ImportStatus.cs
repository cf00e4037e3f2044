namespace LongRunning.Functions;

/// <summary>What the API says of an import.</summary>
public sealed record ImportStatus(string File, string Phase, long PagesDone, long? Pages, string? Failure);
