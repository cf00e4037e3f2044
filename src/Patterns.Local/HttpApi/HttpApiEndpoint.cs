using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Functions;
using Patterns.Local.Services;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.HttpApi;

/// <summary>Serves HTTP APIs: finds the route, calls its function and turns the result into a response.</summary>
internal sealed class HttpApiEndpoint(AwsEnvironment aws, HttpApiService apis, IFunctionInvoker invoker)
{
    private const long MaximumRequestBytes = 10 * 1024 * 1024;
    private const string RequestIdHeader = "Apigw-Requestid";
    private const string TraceHeader = "X-Amzn-Trace-Id";

    private readonly HttpApiEvent _event = new(aws);

    /// <param name="http">The request.</param>
    /// <param name="apiId">The API that its host or path names.</param>
    /// <param name="path">The path inside of the API.</param>
    public async Task HandleAsync(HttpContext http, string apiId, string path)
    {
        var requestId = Convert.ToBase64String(RandomNumberGenerator.GetBytes(11));
        http.Response.Headers[RequestIdHeader] = requestId;
        if (!apis.TryFind(apiId, out var api))
        {
            await HttpApiReplyWriter.WriteAsync(http, HttpApiReply.Message(404, $"There is no API {(IsName(apiId) ? apiId : "of that name")} here"), cors: null).ConfigureAwait(false);
            return;
        }

        try
        {
            var reply = await ReplyAsync(http, api, path, requestId).ConfigureAwait(false);
            await HttpApiReplyWriter.WriteAsync(http, reply, api.Cors).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone: there is nobody to answer.
        }
    }

    private static bool IsName(string text) => text.All(char.IsAsciiLetterOrDigit);

    private Task<HttpApiReply> ReplyAsync(HttpContext http, HttpApiDefinition api, string path, string requestId)
    {
        var stage = api.StageOf(path, out var pathInStage);
        var match = stage is null ? null : api.Routes.Find(http.Request.Method, pathInStage);
        if (api.Cors is not null && CorsRules.IsPreflight(http.Request) && match?.Route.Key.Method != HttpMethods.Options)
        {
            return Task.FromResult(new HttpApiReply(StatusCodes.Status204NoContent));
        }

        if (match is not { } found)
        {
            return Task.FromResult(HttpApiReply.NotFound);
        }

        var request = new ApiRequest(http, api, stage!, found) { Path = path, RequestId = requestId, TraceId = TraceId(http.Request) };
        return CallAsync(request, found.Route.Integration);
    }

    private string TraceId(HttpRequest request)
    {
        if (request.Headers.TryGetValue(TraceHeader, out var sent) && sent.ToString() is { Length: > 0 } trace)
        {
            return trace;
        }

        var seconds = aws.Time.GetUtcNow().ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        return $"Root=1-{seconds}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
    }

    private async Task<HttpApiReply> CallAsync(ApiRequest request, HttpApiIntegration integration)
    {
        var abort = request.Http.RequestAborted;
        try
        {
            var payload = await ReadEventAsync(request).ConfigureAwait(false);
            var options = new InvocationOptions { TraceId = request.TraceId, Origin = new InvocationOrigin($"http {request.Match.Route.Key.Text}") };
            var result = await invoker.InvokeAsync(integration.FunctionName, payload, options, abort).WaitAsync(integration.Timeout, aws.Time, abort).ConfigureAwait(false);
            return result.Succeeded ? HttpApiReplyReader.Read(result.Payload) : HttpApiReply.InternalServerError;
        }
        catch (TimeoutException)
        {
            return HttpApiReply.ServiceUnavailable;
        }
        catch (AwsException error)
        {
            return OfError(error);
        }
    }

    private static HttpApiReply OfError(AwsException error) => error.Status switch
    {
        StatusCodes.Status413PayloadTooLarge => HttpApiReply.RequestTooLarge,
        StatusCodes.Status429TooManyRequests => HttpApiReply.ServiceUnavailable,
        _ => HttpApiReply.InternalServerError,
    };

    private async Task<ReadOnlyMemory<byte>> ReadEventAsync(ApiRequest request)
    {
        var http = request.Http.Request;
        var body = await RequestBody.ReadAsync(http, MaximumRequestBytes, request.Http.RequestAborted).ConfigureAwait(false);
        try
        {
            return _event.Write(request, body.IsSingleSegment ? body.FirstSpan : body.ToArray());
        }
        finally
        {
            http.BodyReader.AdvanceTo(body.End);
        }
    }
}
