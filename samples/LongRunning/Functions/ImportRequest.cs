namespace LongRunning.Functions;

/// <summary>A file that lies in the table, in so many pages.</summary>
public sealed record ImportRequest(string File, int Pages)
{
    public bool IsValid => File is { Length: > 0 and <= 100 } && Pages is > 0 and <= 10_000;
}
