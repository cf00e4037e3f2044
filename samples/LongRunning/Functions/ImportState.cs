namespace LongRunning.Functions;

/// <summary>How far the import of a file is; in the end, what came of it.</summary>
public sealed record ImportState(string File, int Pages, int NextPage, int Payments, int Rejected);
