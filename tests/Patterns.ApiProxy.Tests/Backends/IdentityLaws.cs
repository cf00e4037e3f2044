using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Backends;
using Patterns.Http;
using Patterns.Proxy;

namespace Patterns.ApiProxy.Tests.Backends;

/// <summary>Whatever a client sends, a service learns who the authorizer says it is.</summary>
public sealed class IdentityLaws
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
    private static readonly string[] Names = ["X-Caller-Token", "x-caller-token", "X-User", "x-amzn-oidc-identity", "x-forwarded-user", "cookie", "user", "sub", "principalId", "authorizer", "requestContext"];

    [Fact]
    public void Who_asks_never_comes_from_the_body_the_headers_or_the_query() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(23, 23).WithQuietOnSuccess(true));

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var token = new CallerToken([Key]);
        var service = FakeService.Always("\"c1\"");
        var client = new ServiceClient("catalogue", new FixedAddresses([new("catalogue", new Uri("https://catalogue.example/api"))]), new ServiceClientOptions
        {
            Identity = CallerPropagation.Token(token),
            Transport = service,
        });
        string? seen = null;
        var contract = new BackendContract("web");
        contract.Version(1).Send(HttpMethod.Post, "enrolments", CourseJson.Default.Enrol, CourseJson.Default.Enrolled, async (request, body, cancellationToken) =>
        {
            seen = request.IsAnonymous ? null : request.Caller.Id;

            // The worst that domain code may do: it passes on all that the client says.
            var call = request.Api.Headers.Where(header => header.Key != "content-type").Aggregate(
                new BackendCall(HttpMethod.Get, "courses", body.Course),
                (made, header) => made.WithHeader(header.Key, header.Value));
            return new Enrolled(await client.ReadAsync(request, call, CourseJson.Default.String, cancellationToken), seen ?? "");
        }, isAnonymous: true);

        var who = random.Next(3) == 0 ? null : "ann";
        var reply = ApiEvents.Reply(new BackendRig(contract).FunctionHandler(Event(random, who, token), new FakeLambdaContext()).GetAwaiter().GetResult());

        Assert.Equal(200, reply.Status);
        Assert.Equal(who, seen);
        var asked = Assert.Single(service.Asked);
        Assert.Equal(who, token.Read(new() { Method = "GET", Path = "/", Headers = asked.Headers }, "catalogue")?.Id);
        Assert.Equal(who is not null, asked.Headers.ContainsKey(CallerToken.DefaultHeader));
    }

    private static MemoryStream Event(Random random, string? who, CallerToken token)
    {
        // Even a token that is genuine, and that somebody got hold of.
        var stolen = token.Write(Caller.Of(new() { Method = "GET", Path = "/", Principal = "eve" })!, "catalogue");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["content-type"] = "application/json" };
        for (var count = random.Next(0, 6); count > 0; count--)
        {
            headers[Names[random.Next(Names.Length)]] = random.Next(2) == 0 ? stolen : "eve";
        }

        var body = new JsonObject { ["course"] = "c1" };
        for (var count = random.Next(0, 6); count > 0; count--)
        {
            body[Names[random.Next(Names.Length)]] = random.Next(2) == 0 ? "eve" : new JsonObject { ["jwt"] = new JsonObject { ["claims"] = new JsonObject { ["sub"] = "eve" } } };
        }

        return BackendRig.Event("/v1/enrolments", who is null ? null : BackendRig.Jwt(who), "POST", body.ToJsonString(), headers, $"{Names[random.Next(Names.Length)]}=eve");
    }
}
