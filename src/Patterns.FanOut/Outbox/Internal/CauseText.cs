using System.Text;

namespace Patterns.FanOut.Internal;

/// <summary>Why a message was not taken, as an attribute may hold it: short, and without control characters.</summary>
internal static class CauseText
{
    private const int Longest = 256;

    public static string Of(IReadOnlyList<RouteResult> failures)
    {
        var text = new StringBuilder(Longest);
        foreach (var rune in string.Join("; ", failures.Select(Describe)).EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            text.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString());
        }

        return text.ToString();
    }

    private static string Describe(RouteResult result) => result.Failure!.Message is { Length: > 0 } message
        ? $"{result.Name}: {result.Failure.Code}: {message}"
        : $"{result.Name}: {result.Failure.Code}";
}
