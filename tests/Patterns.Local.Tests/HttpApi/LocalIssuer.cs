using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Patterns.Local.Gateway;

namespace Patterns.Local.Tests.HttpApi;

/// <summary>An issuer of tokens on a port of this machine, with its configuration and one key.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);
    private GatewayServer? _server;

    public string Address => _server!.Address;

    public static async Task<LocalIssuer> StartAsync()
    {
        var issuer = new LocalIssuer();
        issuer._server = await GatewayServer.StartAsync(0, issuer.AnswerAsync, CancellationToken.None);
        return issuer;
    }

    public string Token(string scope, string audience = "orders") => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = audience,
        IssuedAt = DateTime.UtcNow - TimeSpan.FromMinutes(1),
        NotBefore = DateTime.UtcNow - TimeSpan.FromMinutes(1),
        Expires = DateTime.UtcNow + TimeSpan.FromHours(1),
        Claims = new Dictionary<string, object> { ["sub"] = "ann", ["scope"] = scope },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "k" }, SecurityAlgorithms.RsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _rsa.Dispose();
    }

    private Task AnswerAsync(HttpContext http)
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return http.Response.WriteAsync(http.Request.Path.Value == "/keys"
            ? $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"k","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}"}]}"""
            : $$"""{"issuer":"{{Address}}","jwks_uri":"{{Address}}/keys"}""");
    }
}
