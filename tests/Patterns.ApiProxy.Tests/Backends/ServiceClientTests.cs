using System.Net;
using Patterns.Backends;
using Patterns.Facade;
using Patterns.Http;
using Patterns.Proxy;

namespace Patterns.ApiProxy.Tests.Backends;

public sealed class ServiceClientTests
{
    [Fact]
    public async Task A_call_goes_to_the_service_with_the_token_of_who_asks_and_nothing_else_of_the_client()
    {
        var service = FakeService.Always("\"C#\"");
        var reply = await AskAsync(service, CallerPropagation.Bearer(), new() { ["authorization"] = "Bearer t", ["cookie"] = "c", ["traceparent"] = "00-1", ["x-user"] = "eve" });

        Assert.Equal("C#", reply.Problem("course"));
        var asked = Assert.Single(service.Asked);
        Assert.Equal("GET https://catalogue.example/api/courses/a%20b?lang=de", asked.Address);
        Assert.Equal(["Authorization=Bearer t", "traceparent=00-1"], asked.Headers.Select(header => $"{header.Key}={header.Value}").Order());
    }

    [Fact]
    public async Task A_token_of_nobody_is_not_passed_on()
    {
        var service = FakeService.Always("\"C#\"");
        await AskAsync(service, CallerPropagation.Bearer(), new() { ["authorization"] = "Bearer t" }, user: null);

        Assert.Empty(Assert.Single(service.Asked).Headers);
    }

    [Fact]
    public async Task A_service_that_needs_not_know_is_not_told()
    {
        var service = FakeService.Always("\"C#\"");
        await AskAsync(service, CallerPropagation.None, new() { ["authorization"] = "Bearer t" });

        Assert.Empty(Assert.Single(service.Asked).Headers);
    }

    [Theory]
    [InlineData(404, 404, 1)]
    [InlineData(409, 409, 1)]
    [InlineData(401, 502, 1)]
    [InlineData(500, 502, 1)]
    [InlineData(503, 502, 2)]
    public async Task A_status_is_what_the_client_may_know_or_a_failure_that_may_be_tried_again(int status, int expected, int calls)
    {
        var service = FakeService.Always("{\"secret\":1}", status);
        var reply = await AskAsync(service, CallerPropagation.None);

        Assert.Equal((expected, calls), (reply.Status, service.Asked.Count));
        Assert.DoesNotContain("secret", reply.Body);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>")]
    public async Task Another_answer_is_no_answer(string body) => Assert.Equal(502, (await AskAsync(FakeService.Always(body), CallerPropagation.None)).Status);

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_looked_up_anew()
    {
        var addresses = new MovedService();
        var service = new FakeService(request => request.RequestUri!.Host == "old.example" ? throw new HttpRequestException(HttpRequestError.ConnectionError) : (200, "\"C#\""));

        var reply = await AskAsync(service, CallerPropagation.None, addresses: addresses);

        Assert.Equal(200, reply.Status);
        Assert.Equal([new Uri("https://old.example/")], addresses.Suspects);
    }

    [Fact]
    public async Task A_path_does_not_lead_elsewhere() =>
        Assert.Equal(400, (await AskAsync(FakeService.Always("\"C#\""), CallerPropagation.None, id: "..%2f..%2fadmin")).Status);

    [Fact]
    public void Mistakes_in_options_are_all_named_at_once() => Assert.Equal(
        ["'Host' is no header that can be passed on.", "'Authorization' says who asks: it is not passed on as the client sends it.", "MaxReplyBytes must be at least 1, but is 0."],
        Assert.Throws<OptionsException>(() => new ServiceClient("a", new FixedAddresses([]), new ServiceClientOptions
        {
            Identity = CallerPropagation.Bearer(),
            RequestHeaders = ["Host", "authorization"],
            MaxReplyBytes = 0,
        })).Mistakes);

    [Fact]
    public async Task An_address_that_nobody_knows_is_an_exception_that_names_the_service()
    {
        var addresses = new FixedAddresses([new("a", new Uri("https://a.example"))]);

        Assert.Equal("b", (await Assert.ThrowsAsync<ServiceNotFoundException>(async () => await addresses.FindAsync("b", default))).Service);
        Assert.Throws<ArgumentException>(() => new FixedAddresses([new("a", new Uri("ftp://a.example"))]));
    }

    private static async Task<FakeReply> AskAsync(
        FakeService service,
        CallerPropagation identity,
        Dictionary<string, string>? headers = null,
        string? user = "ann",
        IServiceAddresses? addresses = null,
        string id = "a%20b")
    {
        var client = new ServiceClient(
            "catalogue",
            addresses ?? new FixedAddresses([new("catalogue", new Uri("https://catalogue.example/api"))]),
            new ServiceClientOptions { Identity = identity, Transport = service });
        var options = new PartOptions<string> { IsMandatory = true, RetryDelay = TimeSpan.Zero };
        var contract = new BackendContract("web");
        contract.Version(1).Get("courses/{id}", CourseJson.Default.Home, request =>
        {
            var plan = new CallPlan();
            var call = new BackendCall(HttpMethod.Get, "courses", request.Value("id")) { Query = [new("lang", "de")] };
            var course = plan.Add("catalogue", CourseJson.Default.String, part => client.ReadAsync(request, call, CourseJson.Default.String, part.CancellationToken), options);
            return new(plan, result => new Home("", result.ValueOrDefault(course), []));
        }, isAnonymous: true);
        return await new BackendRig(contract).AskAsync($"/v1/courses/{id}", headers: headers ?? [], user: user);
    }

    private sealed class MovedService : IServiceAddresses
    {
        public List<Uri> Suspects { get; } = [];

        public ValueTask<Uri> FindAsync(string service, CancellationToken cancellationToken) => new(new Uri(Suspects.Count == 0 ? "https://old.example" : "https://new.example"));

        public void Suspect(string service, Uri address) => Suspects.Add(address);
    }
}
