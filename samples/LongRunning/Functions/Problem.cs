namespace LongRunning.Functions;

/// <summary>Why a request was refused.</summary>
public sealed record Problem(string Title, int Status);
