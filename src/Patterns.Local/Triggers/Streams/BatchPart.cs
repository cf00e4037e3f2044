using Patterns.Local.Functions;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Records that go to the function together: a batch, or what is left of one that failed.</summary>
/// <param name="Entries">The records, in order.</param>
internal sealed record BatchPart(ArraySegment<BatchEntry> Entries)
{
    /// <summary>How often the function ran with these records; splits are not counted.</summary>
    public int Attempts { get; init; }

    /// <summary>How often in a row there was no place to run it.</summary>
    public int Throttles { get; init; }

    /// <summary>How long to wait before the next attempt.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>What the last attempt came to; null before the first.</summary>
    public InvocationResult? LastResult { get; init; }

    public (BatchPart First, BatchPart Second) Split()
    {
        var half = Entries.Count / 2;
        return (new BatchPart(Entries[..half]) { LastResult = LastResult }, new BatchPart(Entries[half..]) { LastResult = LastResult });
    }
}
