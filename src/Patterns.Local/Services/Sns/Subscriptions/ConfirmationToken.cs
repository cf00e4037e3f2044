using System.Security.Cryptography;

namespace Patterns.Local.Services.Sns.Subscriptions;

/// <summary>What a web endpoint sends back to confirm its subscription.</summary>
internal sealed record ConfirmationToken(string Value, DateTimeOffset Expires)
{
    private const int Length = 288;

    public static ConfirmationToken Create(TimeProvider time) =>
        new(RandomNumberGenerator.GetHexString(Length, lowercase: true), time.GetUtcNow() + SnsLimits.TokenLifetime);
}
