using System.Globalization;
using System.Security.Cryptography;

namespace Patterns.Local.Functions.Runtime;

/// <summary>The tracing header that every invocation has.</summary>
internal static class TraceHeader
{
    public const string Name = "X-Amzn-Trace-Id";

    public static string New() => $"{NewRoot(TimeProvider.System)};Parent={RandomHex(8)};Sampled=0";

    /// <summary>A trace that begins with a request, and has no parent yet.</summary>
    public static string NewRoot(TimeProvider time)
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        return $"Root=1-{seconds}-{RandomHex(12)}";
    }

    private static string RandomHex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
