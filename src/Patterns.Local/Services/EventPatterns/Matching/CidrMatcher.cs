using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>Matches strings that are addresses inside a network; IPv4 and IPv6 never match each other.</summary>
internal sealed class CidrMatcher(IPNetwork network) : TextMatcher
{
    private static readonly SearchValues<char> DottedDecimal = SearchValues.Create("0123456789.");

    protected override bool MatchesText(string text) =>
        TryParseAddress(text, out var address)
        && address.AddressFamily == network.BaseAddress.AddressFamily
        && network.Contains(address);

    /// <summary>Reads an address in its standard spelling: four decimal parts, or IPv6 without a zone.</summary>
    public static bool TryParseAddress(ReadOnlySpan<char> text, out IPAddress address)
    {
        if (!IPAddress.TryParse(text, out address!))
        {
            return false;
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? text.Count('.') == 3 && text.IndexOfAnyExcept(DottedDecimal) < 0
            : text.IndexOfAny("[%") < 0;
    }
}
