namespace Patterns.Local.Services.Streams;

/// <summary>Compares decimal numbers of any length.</summary>
internal static class SequenceNumbers
{
    /// <summary>Whether the text is one: digits only, and not too many of them.</summary>
    public static bool IsValid(string text)
    {
        const int Longest = 129;
        return text.Length is > 0 and <= Longest && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
    }

    public static int Compare(string left, string right)
    {
        var first = left.AsSpan().TrimStart('0');
        var second = right.AsSpan().TrimStart('0');
        return first.Length != second.Length ? first.Length.CompareTo(second.Length) : first.SequenceCompareTo(second);
    }
}
