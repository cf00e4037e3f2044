using System.Text;

namespace Patterns.Translation.Internal;

/// <summary>Reads forms from outside.</summary>
internal static class FormInput
{
    private const int HexDigits = 2;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="TranslationException">It is too large, or not percent-encoded UTF-8.</exception>
    public static IEnumerable<(string Name, string Text)> Read(ReadOnlyMemory<byte> form, TranslationLimits limits)
    {
        if (form.Length > limits.MaxBytes)
        {
            throw new TranslationException(TranslationFault.TooLarge, "/", $"has more than {limits.MaxBytes} bytes.");
        }

        while (form.Length > 0)
        {
            var end = form.Span.IndexOf((byte)'&');
            var pair = end < 0 ? form : form[..end];
            form = end < 0 ? default : form[(end + 1)..];
            if (pair.Length > 0)
            {
                var equals = pair.Span.IndexOf((byte)'=');
                yield return equals < 0
                    ? (Decode(pair.Span), "")
                    : (Decode(pair.Span[..equals]), Decode(pair.Span[(equals + 1)..]));
            }
        }
    }

    private static string Decode(ReadOnlySpan<byte> encoded)
    {
        var bytes = new byte[encoded.Length];
        var count = 0;
        while (encoded.Length > 0)
        {
            bytes[count++] = encoded[0] switch
            {
                (byte)'+' => (byte)' ',
                (byte)'%' => Hex(ref encoded),
                var plain => plain,
            };
            encoded = encoded[1..];
        }

        try
        {
            return StrictUtf8.GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException exception)
        {
            throw new TranslationException(TranslationFault.Malformed, "/", "is not UTF-8.", exception);
        }
    }

    /// <summary>The byte of two digits; what is left begins with the second one.</summary>
    private static byte Hex(ref ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length > HexDigits && byte.TryParse(encoded.Slice(1, HexDigits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value))
        {
            encoded = encoded[HexDigits..];
            return value;
        }

        throw new TranslationException(TranslationFault.Malformed, "/", "has a percent sign without two digits.");
    }
}
