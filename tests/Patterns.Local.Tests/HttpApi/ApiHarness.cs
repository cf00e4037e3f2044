using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Patterns.Local.HttpApi;
using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.HttpApi;

/// <summary>An API with one function, without a server.</summary>
internal sealed class ApiHarness
{
    private readonly HttpApiEndpoint _endpoint;
    private readonly AwsEnvironment _aws;

    public ApiHarness(CorsRules? cors = null, string stage = HttpApiStage.DefaultName, params string[] routes)
    {
        _aws = new AwsEnvironment("eu-west-1", "111122223333", Clock);
        Api = new HttpApiDefinition("abc", "orders", cors);
        Open(Api, stage, routes is [] ? ["$default"] : routes);
        _endpoint = new HttpApiEndpoint(_aws, Apis, Invoker);
    }

    private ApiHarness(HttpApiDefinition api, string stage, string[] routes, Func<ApiHarness, ApiRoute, ApiRoute> change)
    {
        Invoker.Reply("""{"statusCode":200}""");
        _aws = new AwsEnvironment("eu-west-1", "111122223333", Clock);
        Api = api;
        Open(api, stage, routes, change);
        _endpoint = new HttpApiEndpoint(_aws, Apis, Invoker);
    }

    public HttpApiDefinition Api { get; }

    public HttpApiService Apis { get; } = new();

    public TestClock Clock { get; } = new();

    public FakeInvoker Invoker { get; } = new();

    public JsonElement Event => JsonElement.Parse(Invoker.Events[^1].Span);

    /// <summary>An HTTP API whose routes call their function in payload format 1.0.</summary>
    public static ApiHarness WithV1(params string[] routes) => Http((_, route) => route with { Integration = route.Integration with { Format = PayloadFormat.V1 } }, routes);

    public static ApiHarness Http(Func<ApiHarness, ApiRoute, ApiRoute> change, params string[] routes) =>
        new(new HttpApiDefinition("abc", "orders"), HttpApiStage.DefaultName, routes, change);

    /// <summary>A REST API with the stage <c>live</c>.</summary>
    public static ApiHarness Rest(params string[] routes) => Rest((_, route) => route, routes);

    public static ApiHarness Rest(Func<ApiHarness, ApiRoute, ApiRoute> change, string[] routes, params string[] binaryTypes) => new(
        new HttpApiDefinition("abc", "orders") { Kind = ApiKind.Rest, Routes = new RouteTable(RouteOrder.Resources), BinaryTypes = new MediaTypes(binaryTypes) },
        "live",
        routes,
        (harness, route) => change(harness, route with { Integration = route.Integration with { Format = PayloadFormat.V1 } }));

    /// <summary>The URL of a function.</summary>
    public static ApiHarness Url(CorsRules? cors = null) => new(
        new HttpApiDefinition("abc", "f", cors) { Kind = ApiKind.FunctionUrl }, HttpApiStage.DefaultName, [RouteKey.Default], (_, route) => route);

    /// <summary>An authorizer that asks the function <c>authorizer</c>.</summary>
    public IAuthorizer Authorizer(LambdaAuthorizerSettings settings) => new LambdaAuthorizer(_aws, Invoker, settings);

    public async Task<HttpResponse> SendAsync(string method, string path, Action<HttpRequest>? prepare = null, string? body = null, string api = "abc")
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new MemoryStream()));
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Connection.LocalPort = 4566;
        http.Request.Scheme = "http";
        http.Request.Protocol = "HTTP/1.1";
        http.Request.Method = method;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body ?? ""));
        prepare?.Invoke(http.Request);
        await _endpoint.HandleAsync(http, api, path);
        return http.Response;
    }

    public static string BodyOf(HttpResponse response) => Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray());

    private void Open(HttpApiDefinition api, string stage, string[] routes, Func<ApiHarness, ApiRoute, ApiRoute>? change = null)
    {
        api.Add(new HttpApiStage(stage, new Dictionary<string, string> { ["tier"] = "gold" }));
        foreach (var key in routes)
        {
            var route = new ApiRoute(RouteKey.Parse(key), new HttpApiIntegration("i", "f"));
            api.Routes.TryAdd(change?.Invoke(this, route) ?? route);
        }

        Apis.Add(api);
    }
}
