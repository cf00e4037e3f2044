using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Functions.Runtime;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;
using Patterns.Local.Services.Wire;
using Patterns.Local.WebSockets;

namespace Patterns.Local.Gateway;

/// <summary>The one endpoint: lets each request through to the service, API or runtime that it is for.</summary>
internal sealed class AwsGateway(ServiceSelector services, RuntimeApi runtime, HttpApiEndpoint apis, SocketEndpoint sockets, IReadOnlyList<ILocalEndpoint> own, Action<Exception> failed)
{
    private const int LongestPeekedForm = 1024 * 1024;

    /// <summary>Answers the request; a mistake of the runner itself becomes an internal failure that its console names.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await RouteAsync(http).ConfigureAwait(false);
        }
        catch (BadHttpRequestException broken) when (!http.Response.HasStarted)
        {
            // The client broke off in the middle of its body, as a killed process does, or what it sent is no HTTP.
            http.Response.StatusCode = broken.StatusCode;
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            failed(exception);
            await GatewayRefusal.InternalFailureAsync(http).ConfigureAwait(false);
        }
    }

    private Task RouteAsync(HttpContext http)
    {
        var host = http.Request.Host.Value;
        var path = http.Request.Path.Value ?? "";
        if (!HostCheck.IsLoopback(host))
        {
            return GatewayRefusal.HostAsync(http);
        }

        var (apiId, rest) = (ApiAddress.IdInHost(host), path);
        if (apiId is null && ApiAddress.TrySplitPath(path, out var id, out var inside))
        {
            (apiId, rest) = (id, inside);
        }

        if (apiId is not null && !sockets.Serves(apiId))
        {
            return apis.HandleAsync(http, apiId, rest);
        }

        if (OriginCheck.Refusal(http.Request) is { } refusal)
        {
            return GatewayRefusal.OriginAsync(http, refusal);
        }

        return apiId is null ? HandleServiceAsync(http) : sockets.HandleAsync(http, apiId, rest);
    }

    private Task HandleServiceAsync(HttpContext http)
    {
        if (http.Request.Path.Value?.StartsWith(RuntimeApi.PathPrefix, StringComparison.Ordinal) == true)
        {
            return runtime.HandleAsync(http);
        }

        if (services.Select(http.Request, out var wanted) is { } service)
        {
            return service.HandleAsync(http);
        }

        if (wanted.Length == 0 && own.FirstOrDefault(endpoint => endpoint.Answers(http.Request)) is { } local)
        {
            return local.HandleAsync(http);
        }

        return wanted.Length == 0 && http.Request.HasFormContentType
            ? HandleFormAsync(http)
            : GatewayRefusal.UnknownServiceAsync(http, wanted, services.Names);
    }

    // An unsigned form, as curl sends it, names its service by the version only.
    private async Task HandleFormAsync(HttpContext http)
    {
        try
        {
            var body = await RequestBody.ReadAsync(http.Request, LongestPeekedForm, http.RequestAborted).ConfigureAwait(false);
            var version = QueryText.Find(Encoding.UTF8.GetString(body), "Version");
            http.Request.BodyReader.AdvanceTo(body.Start);
            var service = services.OfVersion(version);
            await (service?.HandleAsync(http) ?? GatewayRefusal.UnknownServiceAsync(http, "", services.Names)).ConfigureAwait(false);
        }
        catch (AwsException error)
        {
            await GatewayRefusal.WriteAsync(http, error).ConfigureAwait(false);
        }
    }
}
