using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Patterns.Local.Services;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Tests.Services.Sqs;

/// <summary>The endpoint on a real server, and a client that sends raw requests.</summary>
public sealed class SqsServer : IAsyncLifetime
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TestClock _clock = new();
    private WebApplication? _app;

    internal SqsService Service { get; private set; } = null!;

    internal TestClock Clock => _clock;

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        var aws = new AwsEnvironment("us-east-1", "000000000000", _clock);
        Service = new SqsService(aws);
        var endpoint = new SqsEndpoint(Service, _stopping.Token);
        _app.Run(endpoint.HandleAsync);
        await _app.StartAsync();
        aws.Endpoint = _app.Urls.Single();
        Client.BaseAddress = new Uri(aws.Endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        _stopping.Dispose();
    }

    public void Stop() => _stopping.Cancel();

    public async Task<Reply> Json(string operation, string body, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0"),
        };
        request.Headers.Add("X-Amz-Target", $"AmazonSQS.{operation}");
        return await Send(request, cancellationToken);
    }

    public async Task<Reply> Query(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("Version", "2012-11-05")).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        return await Send(request, default);
    }

    private async Task<Reply> Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await Client.SendAsync(request, cancellationToken);
        var id = response.Headers.GetValues("x-amzn-RequestId").Single();
        var error = response.Headers.TryGetValues("x-amzn-query-error", out var values) ? values.Single() : null;
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return new Reply(response.StatusCode, response.Content.Headers.ContentType!.ToString(), body.Replace(id, "REQUEST", StringComparison.Ordinal), error);
    }

    public sealed record Reply(HttpStatusCode Status, string ContentType, string Body, string? QueryError);
}
