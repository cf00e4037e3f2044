using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Patterns.Local.Services.EventPatterns.Matching;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Reads a network such as <c>10.0.0.0/24</c> or <c>2001:db8::/32</c>.</summary>
internal static class CidrParser
{
    public static CidrMatcher Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0 || text.LastIndexOf('/') != slash)
        {
            throw new EventPatternException("Malformed CIDR, one '/' required");
        }

        var bits = BitsOf(text.AsSpan(slash + 1));
        var address = AddressOf(text[..slash]);
        CheckRange(address, bits);
        return new CidrMatcher(new IPNetwork(Masked(address, bits), bits));
    }

    private static int BitsOf(ReadOnlySpan<char> text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits))
        {
            throw new EventPatternException("Malformed CIDR, mask bits must be an integer");
        }

        return bits >= 0 ? bits : throw new EventPatternException("Malformed CIDR, mask bits must not be negative");
    }

    private static IPAddress AddressOf(string text) => CidrMatcher.TryParseAddress(text, out var address)
        ? address
        : throw new EventPatternException($"Nonstandard IP address: {text}");

    private static void CheckRange(IPAddress address, int bits)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork && bits > 31)
        {
            throw new EventPatternException("IPv4 mask bits must be < 32");
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6 && bits > 127)
        {
            throw new EventPatternException("IPv6 mask bits must be < 128");
        }
    }

    private static IPAddress Masked(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(bits - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - kept));
        }

        return new IPAddress(bytes);
    }
}
