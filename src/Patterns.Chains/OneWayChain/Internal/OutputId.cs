using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Patterns.OneWayChain.Internal;

/// <summary>The ids of what steps make: of the same message by the same step, always the same one.</summary>
internal static class OutputId
{
    private const int FingerprintBytes = 8;

    /// <summary>
    /// The chain and the hop, for people, and a fingerprint of the message and the step, so that branches which a topic has made
    /// of one chain do not take each other's ids.
    /// </summary>
    public static string Of(ChainPosition input, string step)
    {
        var origin = SHA256.HashData(Encoding.UTF8.GetBytes($"{input.MessageId}\n{step}"));
        var fingerprint = Convert.ToHexStringLower(origin.AsSpan(0, FingerprintBytes));
        return string.Create(CultureInfo.InvariantCulture, $"{input.ChainId}/{input.Hop + 1}-{fingerprint}");
    }

    public static string OfFailure(ChainPosition input, string step) => $"{input.MessageId}/failed-{step}";
}
