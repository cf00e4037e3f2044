using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Patterns.Local.Functions.Runtime;

/// <summary>The tracing header that every invocation has.</summary>
internal static partial class TraceHeader
{
    public const string Name = "X-Amzn-Trace-Id";
    private const int Longest = 512;

    public static string New() => $"{NewRoot(TimeProvider.System)};Parent={RandomHex(8)};Sampled=0";

    /// <summary>A trace that begins with a request, and has no parent yet.</summary>
    public static string NewRoot(TimeProvider time)
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        return $"Root=1-{seconds}-{RandomHex(12)}";
    }

    /// <summary>The header that a caller sent; null when it is none, as a function's runtime may get no other text.</summary>
    public static string? Checked(string? sent) => sent is { Length: <= Longest } && Form().IsMatch(sent) ? sent : null;

    // Names and values in printable ASCII.
    [GeneratedRegex(@"^[A-Za-z]+=[!-:<>-~]+(;[A-Za-z]+=[!-:<>-~]+)*;?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    private static string RandomHex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
