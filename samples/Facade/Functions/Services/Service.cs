using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.Aws;
using Patterns.Tables;

namespace Facade.Functions.Services;

/// <summary>Plays a service of another team, which answers at once unless its switch says otherwise.</summary>
public abstract class Service
{
    private static readonly TimeSpan LongerThanAnybodyWaits = TimeSpan.FromSeconds(12);
    private readonly ITable _switches = Table.From(Environment.GetEnvironmentVariable("SWITCHES")!);

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        switch (await ModeAsync())
        {
            case "fail":
                return new() { StatusCode = 503, Body = "out of order" };
            case "stall":
                await Task.Delay(LongerThanAnybodyWaits);
                break;
        }

        return Answer(request.RawPath.Trim('/').Split('/')) is { } body
            ? new() { StatusCode = 200, Body = body, Headers = new Dictionary<string, string> { ["content-type"] = "application/json" } }
            : new() { StatusCode = 404 };
    }

    /// <returns>Null for something that there is not.</returns>
    protected abstract string? Answer(string[] path);

    protected static string Json<T>(T value, JsonTypeInfo<T> json) => JsonSerializer.Serialize(value, json);

    private async Task<string?> ModeAsync()
    {
        var item = await _switches.GetAsync(new TableKey(GetType().Name, "switch"), CancellationToken.None);
        return item?["mode"]?.GetString();
    }
}
