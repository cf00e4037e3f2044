using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Patterns.Local.Gateway;

/// <summary>Hands each request of Kestrel to one delegate; a connection keeps its context object from request to request.</summary>
internal sealed class GatewayApplication(RequestDelegate handler) : IHttpApplication<DefaultHttpContext>
{
    public DefaultHttpContext CreateContext(IFeatureCollection contextFeatures)
    {
        if (contextFeatures is not IHostContextContainer<DefaultHttpContext> container)
        {
            return new DefaultHttpContext(contextFeatures);
        }

        if (container.HostContext is { } kept)
        {
            kept.Initialize(contextFeatures);
            return kept;
        }

        return container.HostContext = new DefaultHttpContext(contextFeatures);
    }

    public Task ProcessRequestAsync(DefaultHttpContext context) => Framing.IsAmbiguous(context.Request) ? RefuseAsync(context.Response) : handler(context);

    public void DisposeContext(DefaultHttpContext context, Exception? exception) => context.Uninitialize();

    // What follows on the connection may be a part of the body.
    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
