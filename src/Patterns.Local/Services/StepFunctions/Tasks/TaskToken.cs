using System.Security.Cryptography;

namespace Patterns.Local.Services.StepFunctions.Tasks;

/// <summary>The text of task tokens: random bytes and a check, so that what is no token can be told from one that is not known.</summary>
internal static class TaskToken
{
    private const int RandomBytes = 48;
    private const int CheckBytes = 12;
    private const string Prefix = "AQCE";

    public static string Create()
    {
        Span<byte> bytes = stackalloc byte[RandomBytes + CheckBytes];
        Random.Shared.NextBytes(bytes[..RandomBytes]);
        Check(bytes[..RandomBytes], bytes[RandomBytes..]);
        return Prefix + Convert.ToBase64String(bytes);
    }

    /// <summary>Whether the text can be a token, of this run or another.</summary>
    public static bool IsOne(string text)
    {
        Span<byte> bytes = stackalloc byte[RandomBytes + CheckBytes];
        Span<byte> check = stackalloc byte[CheckBytes];
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || !Convert.TryFromBase64Chars(text.AsSpan(Prefix.Length), bytes, out var written) || written != bytes.Length)
        {
            return false;
        }

        Check(bytes[..RandomBytes], check);
        return check.SequenceEqual(bytes[RandomBytes..]);
    }

    private static void Check(ReadOnlySpan<byte> random, Span<byte> check)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(random, hash);
        hash[..CheckBytes].CopyTo(check);
    }
}
