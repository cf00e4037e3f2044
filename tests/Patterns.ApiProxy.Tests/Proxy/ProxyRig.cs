using Patterns.Http;
using Patterns.Proxy;
using Patterns.Resilience;
using Patterns.Tables;

namespace Patterns.ApiProxy.Tests.Proxy;

/// <summary>A proxy with a backend of a test, on a clock that the test moves.</summary>
internal sealed class ProxyRig
{
    public const string Quote = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><GetQuoteResponse xmlns='urn:stock'><price>12.50</price></GetQuoteResponse></s:Body></s:Envelope>";

    private readonly QuoteProxy _proxy;

    public ProxyRig(
        FakeBackend backend,
        FakeTimeProvider? time = null,
        ITable? table = null,
        Circuit? circuit = null,
        Func<ApiRequest, BackendCall?>? other = null,
        TimeSpan? hedging = null,
        bool backendTakesKeys = false,
        TimeSpan? keyLease = null,
        string name = "backend")
    {
        Backend = backend;
        Time = time ?? new FakeTimeProvider();
        _proxy = new QuoteProxy(new ApiProxyOptions
        {
            Backend = new Uri("http://legacy.internal:8080/services/"),
            Transport = backend,
            Time = Time,
            Table = table,
            Circuit = circuit,
            HedgingDelay = hedging,
            BackendTakesKeys = backendTakesKeys,
            KeyLease = keyLease ?? TimeSpan.FromMinutes(1),
            Name = name,
        })
        {
            Other = other,
        };
    }

    public FakeTimeProvider Time { get; }

    public FakeBackend Backend { get; }

    public FakeLambdaLogger Log { get; private set; } = new();

    public static HttpResponseMessage Soap(string body = Quote, int status = 200) => FakeBackend.Reply(status, body, "text/xml; charset=utf-8");

    public static HttpResponseMessage Fault(string code, string more = "") =>
        Soap($"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault><faultcode>{code}</faultcode><faultstring>secret</faultstring>{more}</s:Fault></s:Body></s:Envelope>", 500);

    public FakeReply Ask(Stream request, TimeSpan? timeout = null) => AskTimed(request, timeout).Reply;

    public (FakeReply Reply, TimeSpan Took) AskTimed(Stream request, TimeSpan? timeout = null)
    {
        var context = new FakeLambdaContext(timeout ?? TimeSpan.FromSeconds(60), Time);
        Log = context.Log;
        var (stream, took) = VirtualTime.Run(Time, () => _proxy.FunctionHandler(request, context));
        return (ApiEvents.Reply(stream), took);
    }

    public Task<Stream> StartAsync(Stream request) => _proxy.FunctionHandler(request, new FakeLambdaContext(TimeSpan.FromSeconds(60), Time));

    public FakeReply Post(string? key = null, string body = """{"symbol":"ACME"}""", string? principal = null) => Ask(PostEvent(key, body, principal));

    public static Stream PostEvent(string? key = null, string body = """{"symbol":"ACME"}""", string? principal = null)
    {
        var headers = new Dictionary<string, string> { ["content-type"] = "application/json" };
        if (key is not null)
        {
            headers["idempotency-key"] = key;
        }

        return ApiEvents.HttpApi("POST", "/quotes", body, headers, principal: principal);
    }

    public FakeReply Get() => Ask(ApiEvents.HttpApi("GET", "/quotes"));
}
