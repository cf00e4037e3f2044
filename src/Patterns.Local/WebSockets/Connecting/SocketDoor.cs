using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;
using Patterns.Local.WebSockets.Frames;
using Patterns.Local.WebSockets.Messages;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>Lets clients in: the authorizer and <c>$connect</c> decide before the handshake ends, <c>$disconnect</c> hears of the end.</summary>
internal sealed class SocketDoor(AwsEnvironment aws, SocketService sockets, SocketCall call, Action<Exception> failed)
{
    private static readonly IOptions<WebSocketOptions> s_options = Options.Create(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });

    private readonly SocketAuthorization _authorization = new(aws, call);
    private readonly SocketEvent _event = new(aws);

    /// <summary>Answers in the service's form; ids that do not exist yet are empty.</summary>
    public static Task RefuseAsync(HttpContext http, int status, string message, string connectionId, string requestId) => HttpApiReplyWriter.WriteAsync(
        http, HttpApiReply.WithJson(status, Encoding.UTF8.GetBytes(SocketText.Message(message, connectionId, requestId))), ApiKind.Http, cors: null);

    public Task EnterAsync(HttpContext http, SocketApi api, SocketStage stage)
    {
        var upgrade = http.Features.Get<IHttpUpgradeFeature>() is { } feature ? new WatchedUpgrade(feature) : null;
        http.Features.Set<IHttpUpgradeFeature>(upgrade);
        return new WebSocketMiddleware(_ => EnterAsync(http, upgrade, api, stage), s_options, NullLoggerFactory.Instance).Invoke(http);
    }

    private async Task EnterAsync(HttpContext http, WatchedUpgrade? upgrade, SocketApi api, SocketStage stage)
    {
        var (id, requestId) = (SocketText.NewId(), SocketText.NewId());
        if (upgrade is null || !http.WebSockets.IsWebSocketRequest)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, SocketText.Forbidden, id, requestId).ConfigureAwait(false);
            return;
        }

        var handshake = new Handshake(http, Info(http, id, api, stage), requestId, ForwardedHeaders.TraceId(http.Request, aws.Time));
        var admission = await AdmitAsync(handshake).ConfigureAwait(false);
        if (!admission.IsAdmitted)
        {
            await RefuseAsync(http, admission.Status, admission.Message, id, requestId).ConfigureAwait(false);
            return;
        }

        await ServeAsync(http, upgrade, handshake.Info with { Caller = admission.Caller }, admission.SubProtocol).ConfigureAwait(false);
    }

    private SocketInfo Info(HttpContext http, string id, SocketApi api, SocketStage stage) => new(id, api, stage, aws.Time.GetUtcNow())
    {
        SourceIp = ForwardedHeaders.SourceIp(http),
        UserAgent = http.Request.Headers.UserAgent.ToString(),
        Host = http.Request.Host.Value ?? "",
    };

    private async Task<Admission> AdmitAsync(Handshake handshake)
    {
        var info = handshake.Info;
        if (info.Api.FindRoute(SocketRoute.Connect) is not { } route)
        {
            return Admission.Free;
        }

        if (!info.Stage.Admits(SocketRoute.Connect))
        {
            return Admission.Throttled;
        }

        var authorized = route.Authorizer is { } authorizer
            ? await _authorization.AskAsync(handshake, authorizer).ConfigureAwait(false)
            : Admission.Free;
        if (!authorized.IsAdmitted)
        {
            return authorized;
        }

        var payload = _event.Connect(handshake with { Info = info with { Caller = authorized.Caller } });
        var reply = await call.RunAsync(route, payload, handshake.TraceId, handshake.Aborted).ConfigureAwait(false);
        return authorized with { Status = reply.Status, Message = reply.Error ?? SocketText.Forbidden, SubProtocol = reply.SubProtocol };
    }

    private async Task ServeAsync(HttpContext http, WatchedUpgrade upgrade, SocketInfo info, string? subProtocol)
    {
        var end = SocketEnd.Abnormal;
        sockets.Expect(info.Id);
        try
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync(subProtocol).ConfigureAwait(false);
            using var connection = new SocketConnection(info, socket, aws.Time);
            sockets.Add(connection);
            end = await new SocketSession(connection, socket, upgrade.Watch!, new SocketDispatch(connection, call, _event, failed)).RunAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or WebSocketException or OperationCanceledException)
        {
            // The client went away in the middle of the handshake.
        }
        finally
        {
            sockets.Remove(info.Id);
        }

        await SayGoodbyeAsync(info, end).ConfigureAwait(false);
    }

    // Best effort, as on the service: whatever the function answers, the connection is gone.
    private async Task SayGoodbyeAsync(SocketInfo info, SocketEnd end)
    {
        if (!sockets.IsStopped && info.Api.FindRoute(SocketRoute.Disconnect) is { } route)
        {
            await call.RunAsync(route, _event.Disconnect(info, end, SocketText.NewId()), traceId: null, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
