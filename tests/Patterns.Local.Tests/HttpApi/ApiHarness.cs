using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.HttpApi;

/// <summary>An API with one function, without a server.</summary>
internal sealed class ApiHarness
{
    private readonly HttpApiEndpoint _endpoint;

    public ApiHarness(CorsRules? cors = null, string stage = HttpApiStage.DefaultName, params string[] routes)
    {
        var api = new HttpApiDefinition("abc", "orders", cors);
        api.Add(new HttpApiStage(stage, new Dictionary<string, string> { ["tier"] = "gold" }));
        foreach (var key in routes is [] ? ["$default"] : routes)
        {
            api.Routes.TryAdd(new ApiRoute(RouteKey.Parse(key), new HttpApiIntegration("i", "f")));
        }

        var apis = new HttpApiService();
        apis.Add(api);
        _endpoint = new HttpApiEndpoint(new AwsEnvironment("eu-west-1", "111122223333", Clock), apis, Invoker);
    }

    public TestClock Clock { get; } = new();

    public FakeInvoker Invoker { get; } = new();

    public JsonElement Event => JsonElement.Parse(Invoker.Events[^1].Span);

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
}
