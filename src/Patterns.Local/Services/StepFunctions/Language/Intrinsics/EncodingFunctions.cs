using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

internal static class EncodingFunctions
{
    private const int MaxHashed = 10_000;

    public static TextData Encode(IntrinsicArguments arguments) =>
        new(Convert.ToBase64String(Encoding.UTF8.GetBytes(arguments.BoundedText(0))));

    public static TextData Decode(IntrinsicArguments arguments)
    {
        try
        {
            return new TextData(Encoding.UTF8.GetString(Convert.FromBase64String(arguments.BoundedText(0))));
        }
        catch (FormatException)
        {
            throw new IntrinsicException("The argument is not a valid Base64 text.");
        }
    }

    /// <summary>The digest in lower-case hexadecimal digits; a value that is no text is hashed as JSON.</summary>
    public static TextData Hash(IntrinsicArguments arguments)
    {
        var text = arguments[0] is TextData given ? given.Value : arguments[0].ToString();
        if (text.Length > MaxHashed)
        {
            throw new IntrinsicException($"The data to hash has more than {MaxHashed} characters.");
        }

        return new TextData(Convert.ToHexStringLower(Digest(arguments.Text(1), Encoding.UTF8.GetBytes(text))));
    }

    [SuppressMessage("Security", "CA5350", Justification = "The language has SHA-1 among its algorithms.")]
    [SuppressMessage("Security", "CA5351", Justification = "The language has MD5 among its algorithms.")]
    private static byte[] Digest(string algorithm, byte[] data) => algorithm switch
    {
        "MD5" => MD5.HashData(data),
        "SHA-1" => SHA1.HashData(data),
        "SHA-256" => SHA256.HashData(data),
        "SHA-384" => SHA384.HashData(data),
        "SHA-512" => SHA512.HashData(data),
        _ => throw new IntrinsicException($"The algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512, but was: {algorithm}"),
    };
}
