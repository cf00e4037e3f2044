using Patterns.Local.Services.Streams;

namespace Patterns.Local.Replays;

/// <summary>Failure records in the order of their records, which a queue does not keep.</summary>
internal sealed class ByPlace : IComparer<HeldMessage>
{
    public static ByPlace Instance { get; } = new();

    public int Compare(HeldMessage? x, HeldMessage? y)
    {
        var (first, second) = (x!.Failed!, y!.Failed!);
        var byStream = string.CompareOrdinal(first.StreamArn, second.StreamArn);
        return byStream != 0 ? byStream : SequenceNumbers.Compare(first.First, second.First);
    }
}
