using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>Admits requests with a token of an issuer: signature, issuer, audience, times and, where the route has some, scopes.</summary>
internal sealed class JwtAuthorizer(JwtSettings settings, SigningKeys keys, TimeProvider time) : IAuthorizer
{
    private const string Bearer = "Bearer ";
    private static readonly string[] s_algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    public async Task<AuthorizerDecision> DecideAsync(ApiRequest request)
    {
        var (kind, text) = (request.Api.Kind, TokenIn(request));
        if (text.Length == 0)
        {
            return AuthorizerDecision.Refused(Challenged(kind.Unauthorized, "Bearer"));
        }

        if (Parsed(text) is not { } token)
        {
            return Invalid(kind);
        }

        try
        {
            var issuerKeys = await keys.FindAsync(token.Kid, request.Http.RequestAborted).ConfigureAwait(false);
            var result = await _handler.ValidateTokenAsync(token, Parameters(issuerKeys)).ConfigureAwait(false);
            return result.IsValid ? OfScopes(request, token) : Invalid(kind);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or ArgumentException || (exception is TaskCanceledException && !request.Http.RequestAborted.IsCancellationRequested))
        {
            return AuthorizerDecision.Refused(kind.AuthorizerFailed);
        }
    }

    private static AuthorizerDecision Invalid(ApiKind kind) =>
        AuthorizerDecision.Refused(Challenged(kind.Unauthorized, "Bearer error=\"invalid_token\""));

    private static HttpApiReply Challenged(HttpApiReply reply, string challenge) => reply with { Headers = [.. reply.Headers, new("WWW-Authenticate", challenge)] };

    private static AuthorizerDecision OfScopes(ApiRequest request, JsonWebToken token)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));
        var claims = payload.RootElement.Clone();
        var wanted = request.Route.Scopes;
        var scopes = ScopesIn(claims);
        return wanted.Count == 0 || wanted.Any(scopes.Contains)
            ? AuthorizerDecision.Admitted(new JwtCaller(claims, wanted.Count == 0 ? null : scopes))
            : AuthorizerDecision.Refused(Challenged(request.Api.Kind.Denied, $"Bearer scope=\"{string.Join(' ', wanted)}\" error=\"insufficient_scope\""));
    }

    private static List<string> ScopesIn(JsonElement claims)
    {
        if (!claims.TryGetProperty("scope", out var scopes) && !claims.TryGetProperty("scp", out scopes))
        {
            return [];
        }

        return scopes.ValueKind switch
        {
            JsonValueKind.String => [.. scopes.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            JsonValueKind.Array => [.. scopes.EnumerateArray().Where(scope => scope.ValueKind == JsonValueKind.String).Select(scope => scope.GetString()!)],
            _ => [],
        };
    }

    private string TokenIn(ApiRequest request)
    {
        var value = (settings.Source.ValueIn(request) ?? "").Trim();
        return value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].Trim() : value;
    }

    private JsonWebToken? Parsed(string text)
    {
        try
        {
            return _handler.CanReadToken(text) && _handler.ReadJsonWebToken(text) is { IsEncrypted: false } token ? token : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(IReadOnlyCollection<SecurityKey> issuerKeys) => new()
    {
        ValidIssuer = settings.Issuer,
        IssuerSigningKeys = issuerKeys,
        ValidAlgorithms = s_algorithms,
        AudienceValidator = (_, token, _) => IsForUs((JsonWebToken)token),
        LifetimeValidator = (_, _, token, _) => IsTime((JsonWebToken)token),
    };

    private bool IsForUs(JsonWebToken token)
    {
        var named = token.Audiences.ToList();
        var candidates = named.Count > 0 ? named : token.TryGetPayloadValue<string>("client_id", out var client) ? [client] : [];
        return candidates.Any(settings.Audiences.Contains);
    }

    private bool IsTime(JsonWebToken token)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var issued = token.TryGetPayloadValue<long>("iat", out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : DateTime.MinValue;
        return token.ValidTo != DateTime.MinValue && now < token.ValidTo && token.ValidFrom <= now && issued <= now;
    }
}
