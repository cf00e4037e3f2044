using System.Xml.Linq;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Patterns.Http;
using Patterns.Proxy;
using Patterns.Testing;
using Patterns.Translation;

namespace Patterns.Benchmarks;

/// <summary>A request of an API that becomes a call of a service on this machine, through a proxy and through a handler that passes it on with an HttpClient.</summary>
[MemoryDiagnoser]
public class ProxyBenchmarks
{
    private const string Json = """{"symbol":"ACME","price":12.50,"volume":"12345678901234567890","venues":["XETRA","NYSE"]}""";
    private const string Xml = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><GetQuoteResponse xmlns='urn:stock'><symbol>ACME</symbol><price>12.50</price><volume>12345678901234567890</volume><venues>XETRA</venues><venues>NYSE</venues></GetQuoteResponse></s:Body></s:Envelope>";

    private static readonly byte[] Event = """{"version":"2.0","rawPath":"/quotes","rawQueryString":"","headers":{"content-type":"application/json","accept":"*/*"},"requestContext":{"http":{"method":"POST","path":"/quotes"},"requestId":"r-1","stage":"$default"},"body":"{\"symbol\":\"ACME\"}","isBase64Encoded":false}"""u8.ToArray();

    private static readonly HttpClient Http = new();
    private readonly SourceGeneratorLambdaJsonSerializer<ApiJson> _serializer = new();
    private readonly ILambdaContext _context = new FakeLambdaContext(TimeSpan.FromSeconds(30), TimeProvider.System);
    private WebApplication? _service;
    private Uri? _address;
    private Proxy? _plain;
    private Proxy? _translating;

    [GlobalSetup]
    public async Task Setup()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _service = builder.Build();
        _service.Urls.Add("http://127.0.0.1:0");
        _service.MapPost("/quotes", async (HttpContext call) => await AnswerAsync(call, Json, "application/json"));
        _service.MapPost("/quotes.asmx", async (HttpContext call) => await AnswerAsync(call, Xml, "text/xml; charset=utf-8"));
        await _service.StartAsync();
        _address = new Uri(_service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        _plain = new Proxy(_address, isTranslating: false);
        _translating = new Proxy(_address, isTranslating: true);
    }

    [GlobalCleanup]
    public async Task Cleanup() => await _service!.DisposeAsync();

    [Benchmark(Baseline = true, Description = "HttpClient, passed on")]
    public async Task<Stream> PassedOn()
    {
        var request = _serializer.Deserialize<APIGatewayHttpApiV2ProxyRequest>(Asked());
        using var content = new StringContent(request.Body, System.Text.Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri(_address!, request.RawPath), content);
        var reply = new APIGatewayHttpApiV2ProxyResponse
        {
            StatusCode = (int)response.StatusCode,
            Body = await response.Content.ReadAsStringAsync(),
            Headers = new Dictionary<string, string> { ["content-type"] = response.Content.Headers.ContentType!.ToString() },
        };
        var output = new MemoryStream();
        _serializer.Serialize(reply, output);
        return output;
    }

    [Benchmark(Description = "ApiProxyHandler, passed on")]
    public Task<Stream> Plain() => _plain!.FunctionHandler(Asked(), _context);

    [Benchmark(Description = "ApiProxyHandler, JSON to SOAP and back")]
    public Task<Stream> Translated() => _translating!.FunctionHandler(Asked(), _context);

    private static MemoryStream Asked() => new(Event, writable: false);

    private static async Task AnswerAsync(HttpContext call, string body, string type)
    {
        await call.Request.Body.CopyToAsync(Stream.Null);
        call.Response.ContentType = type;
        await call.Response.WriteAsync(body);
    }

    private sealed class Proxy(Uri service, bool isTranslating) : ApiProxyHandler(new ApiProxyOptions { Backend = service })
    {
        private static readonly XNamespace Stock = "urn:stock";

        private static readonly SoapOperation GetQuote = new(
            new XmlMap(Stock + "GetQuote", XmlShape.Object(Stock, XmlMember.Element("symbol", Scalar.Text) with { IsRequired = true })),
            new XmlMap(Stock + "GetQuoteResponse", XmlShape.Object(
                Stock,
                XmlMember.Element("symbol", Scalar.Text),
                XmlMember.Element("price", Scalar.Number),
                XmlMember.Element("volume", Scalar.NumberText),
                XmlMember.Repeated("venues", Scalar.Text))));

        protected override BackendCall? Translate(ApiRequest request) =>
            isTranslating ? BackendCall.Soap(GetQuote, request.Json(), "quotes.asmx") : BackendCall.PassThrough(request);
    }
}
