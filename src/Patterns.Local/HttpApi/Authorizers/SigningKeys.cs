using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>The keys of an issuer, found by its OpenID configuration and kept for a while.</summary>
/// <remarks>
/// API Gateway keeps keys for two hours. Here a token with a key that is not among them has them fetched again, at most every
/// <see cref="ShortestKept"/>, so that an issuer on this machine can be started anew.
/// </remarks>
internal sealed class SigningKeys(string issuer, HttpClient http, TimeProvider time)
{
    public static readonly TimeSpan ShortestKept = TimeSpan.FromSeconds(10);
    private const string ConfigurationPath = "/.well-known/openid-configuration";
    private static readonly TimeSpan s_kept = TimeSpan.FromHours(2);

    private volatile Fetched? _fetched;

    /// <summary>The keys, among them that of <paramref name="keyId"/> when the issuer has it.</summary>
    /// <exception cref="HttpRequestException">The issuer does not answer.</exception>
    /// <exception cref="JsonException">What it answers is no configuration.</exception>
    public async Task<IReadOnlyCollection<SecurityKey>> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var age = _fetched is { } known ? time.GetUtcNow() - known.At : TimeSpan.MaxValue;
        if (_fetched is { } kept && age < s_kept && (age < ShortestKept || kept.Keys.Any(key => key.KeyId == keyId)))
        {
            return kept.Keys;
        }

        var keys = await FetchAsync(cancellationToken).ConfigureAwait(false);
        _fetched = new Fetched(keys, time.GetUtcNow());
        return keys;
    }

    private async Task<IReadOnlyCollection<SecurityKey>> FetchAsync(CancellationToken cancellationToken)
    {
        using var configuration = JsonDocument.Parse(await http.GetStringAsync(new Uri(issuer.TrimEnd('/') + ConfigurationPath), cancellationToken).ConfigureAwait(false));
        var address = configuration.RootElement.ValueKind == JsonValueKind.Object && configuration.RootElement.TryGetProperty("jwks_uri", out var uri) ? uri.GetString() : null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var keys) || !IssuerAddress.IsTaken(keys))
        {
            throw new JsonException("The configuration of the issuer has no address of keys.");
        }

        return [.. new JsonWebKeySet(await http.GetStringAsync(keys, cancellationToken).ConfigureAwait(false)).GetSigningKeys()];
    }

    private sealed record Fetched(IReadOnlyCollection<SecurityKey> Keys, DateTimeOffset At);
}
