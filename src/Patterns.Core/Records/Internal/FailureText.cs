using System.Text;

namespace Patterns.Records.Internal;

/// <summary>What channels take as text: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html.</summary>
internal static class FailureText
{
    private const int LongestMessage = 256;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the bytes can travel as they are.</summary>
    public static bool IsText(ReadOnlySpan<byte> body)
    {
        try
        {
            return !body.IsEmpty && IsAllowed(Strict.GetString(body));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>A message as an attribute: short, never empty, and without what an attribute must not hold.</summary>
    public static string Clean(string message)
    {
        var clean = new StringBuilder(Math.Min(message.Length, LongestMessage));
        foreach (var rune in message.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > LongestMessage)
            {
                break;
            }

            clean.Append(IsAllowed(rune.ToString()) ? rune.ToString() : " ");
        }

        return clean.Length == 0 ? "-" : clean.ToString();
    }

    private static bool IsAllowed(string text)
    {
        foreach (var character in text)
        {
            if (character is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }
}
