using System.Buffers;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Functions;
using Patterns.Local.Services;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.HttpApi;

/// <summary>Calls the function of a route with the request as its event, and reads its reply.</summary>
internal sealed class FunctionCall(AwsEnvironment aws, IFunctionInvoker invoker)
{
    private readonly HttpApiEvent _v2 = new(aws);
    private readonly ProxyEvent _v1 = new(aws);

    public async Task<HttpApiReply> RunAsync(ApiRequest request)
    {
        var kind = request.Api.Kind;
        if (await ReadEventAsync(request).ConfigureAwait(false) is not { } payload)
        {
            return kind.RequestTooLarge;
        }

        try
        {
            return await InvokeAsync(request, payload).ConfigureAwait(false) is { } result ? Read(request, result) : kind.FunctionFailed;
        }
        catch (TimeoutException)
        {
            return kind.TimedOut;
        }
        catch (AwsException error)
        {
            return OfError(kind, error);
        }
    }

    private static HttpApiReply OfError(ApiKind kind, AwsException error) => error.Status switch
    {
        StatusCodes.Status413PayloadTooLarge => kind.EventTooLarge,
        StatusCodes.Status429TooManyRequests => kind.FunctionThrottled,
        _ => kind.FunctionFailed,
    };

    private static HttpApiReply Read(ApiRequest request, ReadOnlyMemory<byte> result)
    {
        var reply = request.Route.Integration.Format == PayloadFormat.V2
            ? HttpApiReplyReader.Read(result)
            : ProxyReplyReader.Read(result, decodes: request.Api.Kind != ApiKind.Rest || request.Api.BinaryTypes.Cover(request.Http.Request.Headers.Accept));
        return reply ?? request.Api.Kind.FunctionFailed;
    }

    /// <summary>The function's result; null when it failed.</summary>
    private async Task<ReadOnlyMemory<byte>?> InvokeAsync(ApiRequest request, ReadOnlyMemory<byte> payload)
    {
        var (integration, abort) = (request.Route.Integration, request.Http.RequestAborted);
        var options = new InvocationOptions { TraceId = request.TraceId, Origin = new InvocationOrigin(request.Route.Trigger) };
        var result = await invoker.InvokeAsync(integration.FunctionName, payload, options, abort)
            .WaitAsync(integration.Timeout ?? request.Api.Kind.LongestTimeout, aws.Time, abort).ConfigureAwait(false);
        return result.Succeeded ? result.Payload : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>Null when the body is larger than the service takes.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadEventAsync(ApiRequest request)
    {
        var http = request.Http.Request;
        try
        {
            var body = await RequestBody.ReadAsync(http, request.Api.Kind.LargestRequest, request.Http.RequestAborted).ConfigureAwait(false);
            var written = Write(request, body.IsSingleSegment ? body.FirstSpan : body.ToArray());
            http.BodyReader.AdvanceTo(body.End);
            return written;
        }
        catch (AwsException error) when (error.Status == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private ReadOnlyMemory<byte> Write(ApiRequest request, ReadOnlySpan<byte> body) =>
        request.Route.Integration.Format == PayloadFormat.V2 ? _v2.Write(request, body) : _v1.Write(request, body);
}
