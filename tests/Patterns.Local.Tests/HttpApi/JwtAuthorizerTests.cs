using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Tests.HttpApi;

public sealed class JwtAuthorizerTests : IDisposable
{
    private const string Issuer = "https://issuer.example";
    private static readonly RSA s_rsa = RSA.Create(2048);
    private static readonly RSA s_other = RSA.Create(2048);

    private readonly FakeIssuer _issuer = new();
    private readonly HttpClient _http;
    private readonly ApiHarness _api;

    public JwtAuthorizerTests()
    {
        _http = new HttpClient(_issuer);
        _issuer.Publish("k1", s_rsa);
        _api = ApiHarness.Http(
            (harness, route) => route with
            {
                Authorizer = new JwtAuthorizer(new JwtSettings(Issuer, ["orders"], IdentitySource.Parse("$request.header.Authorization")), new SigningKeys(Issuer, _http, harness.Clock), harness.Clock),
                Scopes = route.Key.Text == "GET /scoped" ? ["orders.read", "orders.all"] : [],
            },
            "GET /a",
            "GET /scoped");
    }

    [Fact]
    public async Task The_claims_of_a_valid_token_reach_the_function()
    {
        Assert.Equal(200, (await SendAsync($"Bearer {Token()}")).StatusCode);

        var jwt = _api.Event.GetProperty("requestContext").GetProperty("authorizer").GetProperty("jwt");
        Assert.Equal("me", jwt.GetProperty("claims").GetProperty("sub").GetString());
        Assert.Equal("[a b]", jwt.GetProperty("claims").GetProperty("groups").GetString());
        Assert.Equal(JsonValueKind.String, jwt.GetProperty("claims").GetProperty("exp").ValueKind);
        Assert.Equal(JsonValueKind.Null, jwt.GetProperty("scopes").ValueKind);
    }

    [Fact]
    public async Task A_token_may_stand_without_its_scheme() => Assert.Equal(200, (await SendAsync(Token())).StatusCode);

    [Fact]
    public async Task A_request_without_a_token_is_challenged()
    {
        var response = await _api.SendAsync("GET", "/a");

        Assert.Equal(401, response.StatusCode);
        Assert.Equal("""{"message":"Unauthorized"}""", ApiHarness.BodyOf(response));
        Assert.Equal("Bearer", response.Headers.WWWAuthenticate);
        Assert.Empty(_api.Invoker.Events);
    }

    [Fact]
    public async Task A_token_ends_on_the_clock()
    {
        var token = Token();

        _api.Clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(200, (await SendAsync(token)).StatusCode);
        _api.Clock.Advance(TimeSpan.FromMinutes(0.1));
        Assert.Equal(401, (await SendAsync(token)).StatusCode);
    }

    [Fact]
    public async Task Tokens_of_others_are_refused()
    {
        string[] wrong =
        [
            "x", "a.b.c", Token(issuer: "https://other.example"), Token(audience: "billing"), Token(rsa: s_other), Token(startsIn: TimeSpan.FromMinutes(1)),
            Unsigned(), Token()[..^4] + "AAAA",
        ];
        foreach (var token in wrong)
        {
            var response = await SendAsync($"Bearer {token}");
            Assert.Equal(401, response.StatusCode);
            Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WWWAuthenticate);
        }

        Assert.Empty(_api.Invoker.Events);
    }

    [Theory]
    [InlineData("orders.read other", 200)]
    [InlineData("other", 403)]
    [InlineData(null, 403)]
    public async Task One_of_the_scopes_of_the_route_is_needed(string? scope, int status)
    {
        var response = await SendAsync(Token(scope: scope), "/scoped");

        Assert.Equal(status, response.StatusCode);
        if (status == 200)
        {
            Assert.Equal("""["orders.read","other"]""", _api.Event.GetProperty("requestContext").GetProperty("authorizer").GetProperty("jwt").GetProperty("scopes").GetRawText());
        }
        else
        {
            Assert.Equal("Bearer scope=\"orders.read orders.all\" error=\"insufficient_scope\"", response.Headers.WWWAuthenticate);
        }
    }

    [Fact]
    public async Task Keys_are_fetched_once_and_again_for_a_new_one()
    {
        await SendAsync(Token());
        await SendAsync(Token());
        Assert.Equal(2, _issuer.Requests);

        _issuer.Publish("k2", s_other);
        _api.Clock.Advance(SigningKeys.ShortestKept);
        Assert.Equal(200, (await SendAsync(Token(rsa: s_other, keyId: "k2"))).StatusCode);
        Assert.Equal(4, _issuer.Requests);
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_an_internal_server_error()
    {
        _issuer.IsDown = true;

        Assert.Equal(500, (await SendAsync(Token())).StatusCode);
    }

    public void Dispose()
    {
        _http.Dispose();
        _issuer.Dispose();
    }

    private Task<HttpResponse> SendAsync(string authorization, string path = "/a") =>
        _api.SendAsync("GET", path, request => request.Headers.Authorization = authorization);

    private string Token(string issuer = Issuer, string audience = "orders", string? scope = null, RSA? rsa = null, string keyId = "k1", TimeSpan startsIn = default)
    {
        var now = _api.Clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["sub"] = "me", ["groups"] = new[] { "a", "b" } };
        if (scope is not null)
        {
            claims["scope"] = scope;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now + startsIn,
            Expires = now + TimeSpan.FromMinutes(10),
            Claims = claims,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(rsa ?? s_rsa) { KeyId = keyId }, SecurityAlgorithms.RsaSha256),
        });
    }

    private static string Unsigned() =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","kid":"k1"}""")}.{Base64UrlEncoder.Encode("""{"iss":"https://issuer.example","aud":"orders","exp":9999999999}""")}.";

    /// <summary>Answers with its configuration and its keys.</summary>
    private sealed class FakeIssuer : HttpMessageHandler
    {
        private readonly List<string> _keys = [];

        public int Requests { get; private set; }

        public bool IsDown { get; set; }

        public void Publish(string id, RSA rsa)
        {
            var parameters = rsa.ExportParameters(includePrivateParameters: false);
            _keys.Add($$"""{"kty":"RSA","use":"sig","kid":"{{id}}","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","e":"{{Base64UrlEncoder.Encode(parameters.Exponent)}}"}""");
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            if (IsDown)
            {
                throw new HttpRequestException("down");
            }

            var body = request.RequestUri!.AbsolutePath == "/.well-known/openid-configuration"
                ? $$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Issuer}}/keys"}"""
                : $$"""{"keys":[{{string.Join(',', _keys)}}]}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
        }
    }
}
