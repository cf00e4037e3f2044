using System.Globalization;
using System.Security.Cryptography;

namespace Patterns.Local.Functions.Runtime;

/// <summary>The tracing header that every invocation has.</summary>
internal static class TraceHeader
{
    public static string New()
    {
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        return $"Root=1-{seconds}-{RandomHex(12)};Parent={RandomHex(8)};Sampled=0";
    }

    private static string RandomHex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
