using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Patterns.Local.Gateway;

/// <summary>The listening socket: Kestrel by itself on the loopback address, without host, configuration or logging.</summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    private readonly KestrelServer _server;

    private GatewayServer(KestrelServer server, string address)
    {
        _server = server;
        Address = address;
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:4566</c>.</summary>
    public string Address { get; }

    /// <param name="port">0 takes any free one.</param>
    /// <param name="handler">Answers every request.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="PortInUseException">Another program listens on the port.</exception>
    public static async Task<GatewayServer> StartAsync(int port, RequestDelegate handler, CancellationToken cancellationToken)
    {
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(Settings(port)), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new GatewayApplication(handler), cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            server.Dispose();
            throw new PortInUseException(port);
        }

        return new GatewayServer(server, server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        using var grace = new CancellationTokenSource(s_grace);
        await _server.StopAsync(grace.Token).ConfigureAwait(false);
        _server.Dispose();
    }

    private static KestrelServerOptions Settings(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = NoServices.Instance };
        var limits = options.Limits;
        limits.MaxRequestBodySize = GatewayLimits.RequestBytes;

        // A debugger may hold a client for minutes, and nobody else can connect.
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        return options;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
