using System.Net;
using Patterns.Backends;
using Patterns.Facade;
using Patterns.Http;
using Patterns.Proxy;
using Patterns.Resilience;

namespace Patterns.ApiProxy.Tests.Backends;

public sealed class ServiceClientTests
{
    private static readonly FixedAddresses Catalogue = new([new("catalogue", new Uri("https://catalogue.example/api"))]);

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
    public async Task Another_answer_is_no_answer(string body)
    {
        var service = FakeService.Always(body);

        Assert.Equal(502, (await AskAsync(service, CallerPropagation.None)).Status);
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task A_success_with_other_JSON_is_a_failure_of_the_service_and_opens_the_circuit()
    {
        var service = FakeService.Always("[]");
        var circuit = NewCircuit();
        for (var count = 0; count < 10; count++)
        {
            await AskAsync(service, CallerPropagation.None, circuit: circuit);
        }

        Assert.Equal(5, service.Asked.Count);
        Assert.Equal((502, "unknown"), await SendAsync(service, Catalogue));
    }

    [Theory]
    [InlineData(400, 10)]
    [InlineData(401, 10)]
    [InlineData(403, 10)]
    [InlineData(404, 10)]
    [InlineData(499, 10)]
    [InlineData(408, 5)]
    [InlineData(425, 5)]
    [InlineData(429, 5)]
    [InlineData(500, 5)]
    public async Task What_one_client_may_not_do_leaves_the_circuit_closed_for_all_others(int status, int calls)
    {
        var service = FakeService.Always("{}", status);
        var circuit = NewCircuit();
        for (var count = 0; count < 10; count++)
        {
            await AskAsync(service, CallerPropagation.None, circuit: circuit, attempts: 1);
        }

        Assert.Equal(calls, service.Asked.Count);
    }

    [Fact]
    public async Task A_host_that_is_gone_is_suspected_and_nothing_was_done_there()
    {
        var addresses = new MovedService();

        Assert.Equal((502, "none"), await SendAsync(GoneHost(), addresses));
        Assert.Equal([new Uri("https://old.example/")], addresses.Suspects);

        var part = await AskAsync(GoneHost(), CallerPropagation.None, addresses: addresses);
        Assert.Equal(502, part.Status);
        Assert.Equal(3, addresses.Suspects.Count);
    }

    [Fact]
    public async Task A_call_that_a_transport_of_its_own_gave_up_may_have_been_made()
    {
        var addresses = new MovedService();
        var service = new FakeService(_ => throw new TaskCanceledException("Too slow.", new TimeoutException()));

        Assert.Equal((502, "unknown"), await SendAsync(service, addresses));
        Assert.Single(addresses.Suspects);
    }

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

    /// <summary>Nobody is there, not even to refuse the connection.</summary>
    private static SocketsHttpHandler GoneHost() => new()
    {
        ConnectTimeout = TimeSpan.FromMilliseconds(1),
        ConnectCallback = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Stream.Null;
        },
    };

    private static async Task<(int Status, string? Outcome)> SendAsync(HttpMessageHandler service, IServiceAddresses addresses)
    {
        var client = new ServiceClient("catalogue", addresses, new ServiceClientOptions { Identity = CallerPropagation.None, Transport = service });
        var contract = new BackendContract("web");
        contract.Version(1).Send(HttpMethod.Post, "courses", CourseJson.Default.Enrol, CourseJson.Default.Home, (request, _, token) =>
            client.ReadAsync(request, new BackendCall(HttpMethod.Post, "courses"), CourseJson.Default.Home, token));
        var reply = await new BackendRig(contract).AskAsync("/v1/courses", "POST", """{"course":"a"}""");
        return (reply.Status, reply.Problem("outcome"));
    }

    private static async Task<FakeReply> AskAsync(
        HttpMessageHandler service,
        CallerPropagation identity,
        Dictionary<string, string>? headers = null,
        string? user = "ann",
        IServiceAddresses? addresses = null,
        string id = "a%20b",
        Circuit? circuit = null,
        int attempts = 2)
    {
        var client = new ServiceClient(
            "catalogue",
            addresses ?? Catalogue,
            new ServiceClientOptions { Identity = identity, Transport = service });
        var options = new PartOptions<string> { IsMandatory = true, RetryDelay = TimeSpan.Zero, Circuit = circuit, MaxAttempts = attempts };
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

    private static Circuit NewCircuit() => new(new InMemoryTable(), new CircuitOptions { Name = "catalogue" }, new FakeTimeProvider());

    private sealed class MovedService : IServiceAddresses
    {
        public List<Uri> Suspects { get; } = [];

        public ValueTask<Uri> FindAsync(string service, CancellationToken cancellationToken) => new(new Uri(Suspects.Count == 0 ? "https://old.example" : "https://new.example"));

        public void Suspect(string service, Uri address) => Suspects.Add(address);
    }
}
