using Patterns.Tables;

namespace Patterns.WebSocketPush.Internal;

/// <summary>Who is connected, by id, by user and by topic.</summary>
/// <remarks>The item of a connection has all that is needed to find the others; it is made with the first of them and deleted last.</remarks>
internal sealed class ConnectionRegistry(ITable table, PushOptions options)
{
    private const string User = "user";
    private const string Topics = "topics";
    private const string ConnectedAt = "connectedAt";

    public async ValueTask AddAsync(string connectionId, string user, CancellationToken cancellationToken)
    {
        var now = options.Time.GetUtcNow();
        var connection = new TableItem(Connection(connectionId)) { [User] = user, [ConnectedAt] = now.ToUnixTimeMilliseconds(), ExpiresAt = now + options.ConnectionLifetime };
        var index = new TableItem(OfUser(user, connectionId)) { ExpiresAt = now + options.ConnectionLifetime };
        await table.TransactAsync([new TablePut(connection), new TablePut(index)], token: null, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<string?> UserOfAsync(string connectionId, CancellationToken cancellationToken) =>
        (await FindAsync(connectionId, cancellationToken).ConfigureAwait(false))?[User]?.GetString();

    public async ValueTask<bool> SubscribeAsync(string connectionId, string topic, CancellationToken cancellationToken)
    {
        if (await FindAsync(connectionId, cancellationToken).ConfigureAwait(false) is not { } connection)
        {
            return false;
        }

        var index = new TableItem(OfTopic(topic, connectionId)) { ExpiresAt = connection.ExpiresAt };
        var update = new TableUpdate(connection.Key) { Condition = TableCondition.ItemExists }.AddToSet(Topics, topic);
        return (await table.TransactAsync([update, new TablePut(index)], token: null, cancellationToken).ConfigureAwait(false)).Committed;
    }

    public async ValueTask UnsubscribeAsync(string connectionId, string topic, CancellationToken cancellationToken)
    {
        await table.DeleteAsync(OfTopic(topic, connectionId), cancellationToken).ConfigureAwait(false);
        var update = new TableUpdate(Connection(connectionId)) { Condition = TableCondition.Contains(Topics, topic) };
        await table.WriteAsync(update.RemoveFromSet(Topics, topic), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(string connectionId, CancellationToken cancellationToken)
    {
        if (await table.GetAsync(Connection(connectionId), cancellationToken).ConfigureAwait(false) is { } connection)
        {
            await RemoveAsync(connectionId, connection, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets a client that a push found gone, unless it may be in its handshake.</summary>
    public async ValueTask ForgetAsync(Receiver receiver, CancellationToken cancellationToken)
    {
        var connection = await table.GetAsync(Connection(receiver.ConnectionId), cancellationToken).ConfigureAwait(false);
        if (connection is not null && IsYoung(connection))
        {
            return;
        }

        if (connection is not null)
        {
            await RemoveAsync(receiver.ConnectionId, connection, cancellationToken).ConfigureAwait(false);
        }

        // A subscription that came while the connection was removed has left only this.
        if (receiver.FoundBy is { } key)
        {
            await table.DeleteAsync(key, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask<List<Receiver>> OfUserAsync(string user, CancellationToken cancellationToken) => OfAsync($"push#user#{user}", cancellationToken);

    public ValueTask<List<Receiver>> OfTopicAsync(string topic, CancellationToken cancellationToken) => OfAsync($"push#topic#{topic}", cancellationToken);

    private static TableKey Connection(string connectionId) => new($"push#connection#{connectionId}", "connection");

    private static TableKey OfUser(string user, string connectionId) => new($"push#user#{user}", connectionId);

    private static TableKey OfTopic(string topic, string connectionId) => new($"push#topic#{topic}", connectionId);

    private async ValueTask<TableItem?> FindAsync(string connectionId, CancellationToken cancellationToken) =>
        await table.GetAsync(Connection(connectionId), cancellationToken).ConfigureAwait(false) is { } item && !item.IsExpired(options.Time.GetUtcNow()) ? item : null;

    private async ValueTask<List<Receiver>> OfAsync(string partition, CancellationToken cancellationToken)
    {
        var now = options.Time.GetUtcNow();
        var receivers = new List<Receiver>();
        await foreach (var item in table.QueryAsync(new TableQuery(partition), cancellationToken).ConfigureAwait(false))
        {
            if (!item.IsExpired(now))
            {
                receivers.Add(new Receiver(item.Key.Sort, item.Key));
            }
        }

        return receivers;
    }

    private bool IsYoung(TableItem connection) =>
        DateTimeOffset.FromUnixTimeMilliseconds(connection[ConnectedAt]!.GetInt64()) + options.HandshakeGrace > options.Time.GetUtcNow();

    private async ValueTask RemoveAsync(string connectionId, TableItem connection, CancellationToken cancellationToken)
    {
        IEnumerable<string> topics = connection[Topics]?.GetStringSet() ?? Enumerable.Empty<string>();
        TableKey[] keys = [OfUser(connection[User]!.GetString(), connectionId), .. topics.Select(topic => OfTopic(topic, connectionId))];
        await table.WriteManyAsync([.. keys.Select(key => new TableDelete(key))], cancellationToken).ConfigureAwait(false);
        await table.DeleteAsync(connection.Key, cancellationToken).ConfigureAwait(false);
    }
}
