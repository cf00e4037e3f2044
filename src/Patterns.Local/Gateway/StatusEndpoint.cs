using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services;

namespace Patterns.Local.Gateway;

/// <summary>Tells people and scripts that the endpoint is there, and what it emulates.</summary>
internal sealed class StatusEndpoint(AwsEnvironment aws, IReadOnlyList<string> services) : ILocalEndpoint
{
    public const string HealthPath = "/_patterns/health";

    /// <summary>Whether the runner is up: everything of the stack is there.</summary>
    public bool IsReady { get; set; }

    public bool Answers(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.Value is "/" or HealthPath;

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            Write(http.Response.BodyWriter);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        }
    }

    private void Write(IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("status", IsReady ? "ready" : "starting");
        json.WriteString("region", aws.Region);
        json.WriteString("accountId", aws.AccountId);
        json.WriteStartArray("services");
        foreach (var service in services)
        {
            json.WriteStringValue(service);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
