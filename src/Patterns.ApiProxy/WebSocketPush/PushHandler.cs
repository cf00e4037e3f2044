using Amazon.Lambda.Core;
using Patterns.WebSocketPush.Internal;

namespace Patterns.WebSocketPush;

/// <summary>Serves the routes of a WebSocket API whose clients follow topics: <c>$connect</c>, <c>$disconnect</c>, <c>$default</c> and others.</summary>
/// <remarks>
/// <para>
/// Clients send <c>{"action":"subscribe","topic":…,"after":…}</c>, <c>resync</c> in the same form, and <c>{"action":"unsubscribe","topic":…}</c>; every
/// other message is the deriving class's. <c>after</c> is the last number that the client has without a gap, 0 or nothing for none.
/// </para>
/// <para>One instance serves many invocations, also at the same time: keep nothing about a single one in fields.</para>
/// </remarks>
public abstract class PushHandler
{
    private static readonly TimeSpan s_reserve = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes the handler.</summary>
    protected PushHandler(PushHub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        Hub = hub;
    }

    /// <summary>Sends to clients.</summary>
    protected PushHub Hub { get; }

    /// <summary>The method to name in the function's handler setting: takes the events of all routes.</summary>
    /// <exception cref="UnknownEventException">The payload is no event of a WebSocket API.</exception>
    public async Task<Stream> FunctionHandler(Stream request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = await SocketInput.ReadAsync(request).ConfigureAwait(false);
        var time = context.RemainingTime - s_reserve;
        using var deadline = new CancellationTokenSource(time > TimeSpan.Zero ? time : TimeSpan.Zero);
        var status = await AnswerAsync(asked, deadline.Token).ConfigureAwait(false);
        return new MemoryStream(status == 200 ? """{"statusCode":200}"""u8.ToArray() : """{"statusCode":401}"""u8.ToArray());
    }

    /// <summary>Says who connects; null refuses with 401. By default, who the authorizer of <c>$connect</c> says.</summary>
    /// <remarks>A browser sends cookies along whatever page connects: without an authorizer, a cookie proves nothing unless <c>Origin</c> is checked.</remarks>
    protected virtual ValueTask<string?> UserOfAsync(SocketRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(request.Principal);
    }

    /// <summary>Says whether a user may follow a topic; asked for subscriptions and resyncs.</summary>
    protected abstract ValueTask<bool> MaySubscribeAsync(string user, string topic, CancellationToken cancellationToken);

    /// <summary>Handles a message that is not about subscriptions. Throwing tells the client that something failed, and leaves it connected.</summary>
    protected abstract ValueTask HandleMessageAsync(SocketMessage message, CancellationToken cancellationToken);

    private async ValueTask<int> AnswerAsync(SocketInput asked, CancellationToken cancellationToken)
    {
        switch (asked.EventType)
        {
            case SocketInput.Connect:
                return await ConnectAsync(asked, cancellationToken).ConfigureAwait(false);
            case SocketInput.Disconnect:
                await Hub.DisconnectAsync(asked.ConnectionId, cancellationToken).ConfigureAwait(false);
                return 200;
            default:
                await MessageAsync(asked, cancellationToken).ConfigureAwait(false);
                return 200;
        }
    }

    private async ValueTask<int> ConnectAsync(SocketInput asked, CancellationToken cancellationToken)
    {
        var user = await UserOfAsync(new SocketRequest(asked.ConnectionId, asked.Principal, asked.Query), cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(user))
        {
            return 401;
        }

        await Hub.ConnectAsync(asked.ConnectionId, user, cancellationToken).ConfigureAwait(false);
        return 200;
    }

    private async ValueTask MessageAsync(SocketInput asked, CancellationToken cancellationToken)
    {
        if (await Hub.UserOfAsync(asked.ConnectionId, cancellationToken).ConfigureAwait(false) is not { } user)
        {
            // Nobody knows whose it is: connected anew, it is registered anew.
            await Hub.EndAsync(asked.ConnectionId, cancellationToken).ConfigureAwait(false);
            return;
        }

        var about = TopicRequest.Read(asked.Body);
        if (about is null)
        {
            await HandleMessageAsync(new SocketMessage(asked.ConnectionId, user, asked.Body), cancellationToken).ConfigureAwait(false);
        }
        else if (about.Action == TopicRequest.Unsubscribe)
        {
            await Hub.UnsubscribeAsync(asked.ConnectionId, about.Topic, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await FollowAsync(asked.ConnectionId, user, about, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask FollowAsync(string connectionId, string user, TopicRequest about, CancellationToken cancellationToken)
    {
        if (!await MaySubscribeAsync(user, about.Topic, cancellationToken).ConfigureAwait(false))
        {
            await Hub.PushAsync(connectionId, PushMessage.Refusal(about.Topic), cancellationToken).ConfigureAwait(false);
            return;
        }

        // First the subscription: what is published in between comes twice rather than never.
        if (about.Action == TopicRequest.Subscribe)
        {
            await Hub.SubscribeAsync(connectionId, about.Topic, cancellationToken).ConfigureAwait(false);
        }

        await Hub.ResyncAsync(connectionId, about.Topic, about.After, cancellationToken).ConfigureAwait(false);
    }
}
