using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Patterns.Local.Gateway;

/// <summary>The listening socket: Kestrel by itself on the loopback address, without middleware, configuration or logging.</summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    private readonly WebApplication _services;
    private readonly IServer _server;

    private GatewayServer(WebApplication services, IServer server)
    {
        _services = services;
        _server = server;
        Address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:4566</c>.</summary>
    public string Address { get; }

    /// <param name="port">0 takes any free one.</param>
    /// <param name="handler">Answers every request.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="PortInUseException">Another program listens on the port.</exception>
    public static async Task<GatewayServer> StartAsync(int port, RequestDelegate handler, CancellationToken cancellationToken)
    {
        // The application only makes the server; it is never started, so that no pipeline lies around the handler.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Configure(options, port));
        var services = builder.Build();
        var server = services.Services.GetRequiredService<IServer>();
        try
        {
            await server.StartAsync(new GatewayApplication(handler), cancellationToken).ConfigureAwait(false);
            return new GatewayServer(services, server);
        }
        catch (Exception exception)
        {
            await services.DisposeAsync().ConfigureAwait(false);
            throw exception is IOException { InnerException: AddressInUseException } ? new PortInUseException(port) : exception;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var grace = new CancellationTokenSource(s_grace);
        await _server.StopAsync(grace.Token).ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
    }

    private static void Configure(KestrelServerOptions options, int port)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxRequestBodySize = GatewayLimits.RequestBytes;

        // A debugger may hold a client for minutes, and nobody else can connect.
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
    }
}
