using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Patterns.Backends.Internal;
using Patterns.Http;

namespace Patterns.Backends;

/// <summary>
/// Writes and reads tokens by which a backend tells a service who asks: JSON web tokens (RFC 7519), signed with HMAC SHA-256 by a key that both sides have.
/// </summary>
/// <remarks>Whoever has the key can be anybody: give it to backends and services alone, and each service a key of its own if they do not trust each other.</remarks>
public sealed class CallerToken
{
    /// <summary>The header that tokens are in, unless another one is named.</summary>
    public const string DefaultHeader = "X-Caller-Token";

    private const int MostCharacters = 8_192;

    // Another header is another algorithm, or none: it is compared and never read.
    private static readonly string Head = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly IReadOnlyList<byte[]> _keys;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;

    /// <summary>Makes it.</summary>
    /// <param name="keys">Of at least 32 bytes. The first one signs, all of them are taken, so that a key can be replaced.</param>
    /// <param name="lifetime">How long a token is taken, 1 second at least. Default: 1 minute.</param>
    /// <param name="time">Null for the system's clock.</param>
    /// <exception cref="ArgumentException">There is no key, or one that is shorter.</exception>
    public CallerToken(IReadOnlyList<ReadOnlyMemory<byte>> keys, TimeSpan? lifetime = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0 || keys.Any(key => key.Length < 32))
        {
            throw new ArgumentException("There must be a key, and keys must have 32 bytes or more.", nameof(keys));
        }

        _keys = [.. keys.Select(key => key.ToArray())];
        _lifetime = lifetime ?? TimeSpan.FromMinutes(1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_lifetime, TimeSpan.FromSeconds(1), nameof(lifetime));
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Writes the token of a caller.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="service">For which service; no other takes it.</param>
    /// <exception cref="ArgumentException">The token would be longer than 8192 characters, which <see cref="Read"/> takes at most.</exception>
    public string Write(Caller caller, string service)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentException.ThrowIfNullOrEmpty(service);
        var signed = $"{Head}.{Base64Url.EncodeToString(CallerPayload.Write(caller, service, _time.GetUtcNow() + _lifetime))}";
        var token = $"{signed}.{Signature(_keys[0], signed)}";
        return token.Length <= MostCharacters
            ? token
            : throw new ArgumentException(
                $"The token would have {token.Length} characters, and {MostCharacters} are taken: choose the claims that go into it, in {nameof(CallerPropagation)}.{nameof(CallerPropagation.Token)}.",
                nameof(caller));
    }

    /// <summary>Reads who asks from a request to a service.</summary>
    /// <param name="request">The request.</param>
    /// <param name="service">The service that reads.</param>
    /// <param name="header">The header that the token is in.</param>
    /// <returns>Null without a token, and for one of another signature, another service, or a time that is over.</returns>
    public Caller? Read(ApiRequest request, string service, string header = DefaultHeader)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(service);
        if (request.Header(header) is not { Length: <= MostCharacters } token || token.Split('.') is not [var head, var payload, var signature] || head != Head)
        {
            return null;
        }

        var isSigned = _keys.Any(key => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature(key, $"{head}.{payload}")), Encoding.UTF8.GetBytes(signature)));
        return isSigned ? CallerPayload.Read(Base64Url.DecodeFromChars(payload), service, _time.GetUtcNow()) : null;
    }

    private static string Signature(byte[] key, string signed) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
}
