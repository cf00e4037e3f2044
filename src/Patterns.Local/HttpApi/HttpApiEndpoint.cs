using Microsoft.AspNetCore.Http;
using Patterns.Local.Functions;
using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Services;

namespace Patterns.Local.HttpApi;

/// <summary>Serves APIs over HTTP: finds the route, asks its authorizer, calls its function and turns the result into a response.</summary>
internal sealed class HttpApiEndpoint(AwsEnvironment aws, HttpApiService apis, IFunctionInvoker invoker)
{
    private readonly FunctionCall _call = new(aws, invoker);

    /// <param name="http">The request.</param>
    /// <param name="apiId">The API that its host or path names.</param>
    /// <param name="path">The path inside of the API.</param>
    public async Task HandleAsync(HttpContext http, string apiId, string path)
    {
        if (!apis.TryFind(apiId, out var api))
        {
            await HttpApiReplyWriter.WriteAsync(http, HttpApiReply.Message(404, $"There is no API {(IsName(apiId) ? apiId : "of that name")} here"), ApiKind.Http, cors: null).ConfigureAwait(false);
            return;
        }

        try
        {
            var id = ApiRequestId.New(api.Kind);
            id.WriteTo(http.Response.Headers);
            var reply = await ReplyAsync(http, api, path, id).ConfigureAwait(false);
            await HttpApiReplyWriter.WriteAsync(http, reply, api.Kind, api.Cors).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone: there is nobody to answer.
        }
    }

    private static bool IsName(string text) => text.All(char.IsAsciiLetterOrDigit);

    private async Task<HttpApiReply> ReplyAsync(HttpContext http, HttpApiDefinition api, string path, ApiRequestId id)
    {
        if (HeaderSize.Of(http.Request.Headers) > HeaderSize.Largest)
        {
            return api.Kind.HeadersTooLarge;
        }

        var stage = api.StageOf(path, out var pathInStage);
        var match = stage is null ? null : api.Routes.Find(http.Request.Method, pathInStage);
        if (api.Cors is not null && CorsRules.IsPreflight(http.Request) && match?.Route.Key.Method != HttpMethods.Options)
        {
            return new HttpApiReply(StatusCodes.Status204NoContent);
        }

        if (match is null && stage is not null && HttpMethods.IsOptions(http.Request.Method))
        {
            match = api.Preflight?.Find(api, pathInStage);
        }

        if (stage is null || match is not { } found)
        {
            return stage is null ? api.Kind.NoStage : api.Kind.NoRoute;
        }

        var request = new ApiRequest(http, api, stage, found) { Path = path, PathInStage = pathInStage, Id = id, TraceId = ForwardedHeaders.TraceId(http.Request, aws.Time) };
        return stage.Throttles?.Admits(found.Route.Key.Text) == false ? api.Kind.Throttled : await AuthorizedAsync(request).ConfigureAwait(false);
    }

    private async Task<HttpApiReply> AuthorizedAsync(ApiRequest request)
    {
        var decision = request.Route.Authorizer is { } authorizer ? await authorizer.DecideAsync(request).ConfigureAwait(false) : AuthorizerDecision.Open;
        return decision.Refusal ?? request.Route.Preset ?? await _call.RunAsync(request with { Caller = decision.Caller }).ConfigureAwait(false);
    }
}
