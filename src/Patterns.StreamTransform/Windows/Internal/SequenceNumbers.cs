namespace Patterns.Windows.Internal;

/// <summary>Compares sequence numbers, which are decimal numbers of up to 128 digits without leading zeros.</summary>
internal static class SequenceNumbers
{
    public static int Compare(string first, string second) =>
        first.Length != second.Length ? first.Length - second.Length : string.CompareOrdinal(first, second);
}
