using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Patterns.Backends;
using Patterns.Http;

namespace Patterns.ApiProxy.Tests.Backends;

public sealed class CallerTokenTests
{
    private static readonly ReadOnlyMemory<byte> Key = Enumerable.Range(0, 32).Select(number => (byte)number).ToArray();
    private static readonly ReadOnlyMemory<byte> NewKey = Enumerable.Range(1, 40).Select(number => (byte)number).ToArray();
    private static readonly Caller Ann = Caller.Of(new ApiRequest { Method = "GET", Path = "/", Principal = "ann\"ä" })!;

    private readonly FakeTimeProvider _time = new();
    private readonly CallerToken _token;

    public CallerTokenTests() => _token = new CallerToken([Key], time: _time);

    [Fact]
    public void A_service_reads_who_asks()
    {
        using var authorizer = System.Text.Json.JsonDocument.Parse("""{"lambda":{"sub":"ann","plan":"pro"}}""");
        var caller = Caller.Of(new ApiRequest { Method = "GET", Path = "/", Authorizer = authorizer.RootElement })!;

        var read = Read(_token.Write(caller, "progress"))!;

        Assert.Equal(("ann", "pro"), (read.Id, read.Claim("plan")));
        Assert.Equal("ann\"ä", Read(_token.Write(Ann, "progress"))!.Id);
    }

    [Fact]
    public void A_token_is_a_json_web_token_of_the_usual_form()
    {
        var parts = _token.Write(Ann, "progress").Split('.');

        Assert.Equal("""{"alg":"HS256","typ":"JWT"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        Assert.Equal(HMACSHA256.HashData(Key.Span, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")), Base64Url.DecodeFromChars(parts[2]));
    }

    [Fact]
    public void A_token_that_was_changed_anywhere_is_nobodys()
    {
        var token = _token.Write(Ann, "progress");
        for (var index = 0; index < token.Length; index++)
        {
            var changed = token[..index] + (token[index] == 'A' ? 'B' : 'A') + token[(index + 1)..];
            Assert.Null(Read(changed));
            Assert.Null(Read(token[..index] + token[(index + 1)..]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmUifQ.")]
    [InlineData("Bearer x")]
    public void What_is_no_token_is_nobodys(string text) => Assert.Null(Read(text));

    [Fact]
    public void A_token_is_for_one_service_and_for_its_time()
    {
        var token = _token.Write(Ann, "progress");

        Assert.Null(Read(token, "catalogue"));
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.NotNull(Read(token));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Read(token));
    }

    [Fact]
    public void A_key_is_replaced_without_a_gap()
    {
        var both = new CallerToken([NewKey, Key], time: _time);

        Assert.NotNull(both.Read(With(_token.Write(Ann, "progress")), "progress"));
        Assert.Null(Read(both.Write(Ann, "progress")));
        Assert.NotNull(new CallerToken([NewKey], time: _time).Read(With(both.Write(Ann, "progress")), "progress"));
    }

    [Fact]
    public void A_token_that_nobody_would_take_is_not_written()
    {
        var caller = Caller.Of(new ApiRequest { Method = "GET", Path = "/", Principal = new string('a', 7_000) })!;

        var refused = Assert.Throws<ArgumentException>(() => _token.Write(caller, "progress"));

        Assert.StartsWith("The token would have 9489 characters, and 8192 are taken", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallerToken([Key], TimeSpan.FromMilliseconds(999)));
    }

    [Fact]
    public async Task Only_the_claims_that_a_service_needs_are_told_it()
    {
        var service = FakeService.Always("{\"user\":\"\",\"course\":null,\"next\":[]}");
        var identity = CallerPropagation.Token(_token, claims: ["plan", "seats"]);
        var client = new ServiceClient("progress", new FixedAddresses([new("progress", new Uri("https://progress.example"))]), new() { Identity = identity, Transport = service });
        var contract = new BackendContract("web");
        contract.Version(1).Send(HttpMethod.Post, "home", CourseJson.Default.Enrol, CourseJson.Default.Home, (request, _, token) =>
            client.ReadAsync(request, new Patterns.Proxy.BackendCall(HttpMethod.Get), CourseJson.Default.Home, token));
        var authorizer = new System.Text.Json.Nodes.JsonObject { ["lambda"] = new System.Text.Json.Nodes.JsonObject { ["sub"] = "ann", ["plan"] = "pro", ["groups"] = new string('g', 10_000) } };

        Assert.Equal(200, (await new BackendRig(contract).AskAsync("/v1/home", authorizer, "POST", "{\"course\":\"a\"}")).Status);

        var caller = Read(Assert.Single(service.Asked).Headers["X-Caller-Token"])!;
        Assert.Equal(("ann", "plan=pro"), (caller.Id, string.Join(';', caller.Claims.Select(claim => $"{claim.Key}={claim.Value}"))));
    }

    [Fact]
    public void A_key_that_is_short_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CallerToken([Key[..31]]));
        Assert.Throws<ArgumentException>(() => new CallerToken([]));
    }

    private Caller? Read(string token, string service = "progress") => _token.Read(With(token), service);

    private static ApiRequest With(string token) =>
        new() { Method = "GET", Path = "/", Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-caller-token"] = token } };
}
