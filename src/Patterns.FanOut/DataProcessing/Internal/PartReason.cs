namespace Patterns.DataProcessing.Internal;

/// <summary>Why a part has no result, in a length that many of them can be published together.</summary>
internal static class PartReason
{
    private const int Longest = 256;

    public static string Of(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");
}
