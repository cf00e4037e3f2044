namespace Patterns.Testing;

/// <summary>Orders texts by their UTF-8 bytes. That is the order of their UTF-16 units but for surrogates, which come last.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static readonly Utf8Order Instance = new();

    public int Compare(string? x, string? y)
    {
        var common = x.AsSpan().CommonPrefixLength(y);
        return common < x?.Length && common < y?.Length
            ? Rank(x[common]).CompareTo(Rank(y[common]))
            : (x?.Length ?? -1).CompareTo(y?.Length ?? -1);
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
