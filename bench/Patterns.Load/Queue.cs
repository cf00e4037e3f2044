using System.Globalization;
using System.Text.Json;

namespace Patterns.Load;

/// <summary>A queue under load, and what is asked about it on a connection beside the load.</summary>
internal sealed class Queue : IAsyncDisposable
{
    private readonly SqsConnection _connection;
    private readonly bool _isOwn;

    private Queue(SqsConnection connection, string url, bool isOwn)
    {
        _connection = connection;
        _isOwn = isOwn;
        Url = url;
    }

    public string Url { get; }

    /// <summary>Makes a queue that is deleted in the end, with all that is left in it.</summary>
    public static async Task<Queue> CreateAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        var connection = new SqsConnection(endpoint);
        var answer = await connection.PostAsync(Operation.CreateQueue, Requests.Create($"load-{Guid.NewGuid():N}"), cancellationToken);
        using var json = JsonDocument.Parse(answer);
        return new Queue(connection, json.RootElement.GetProperty("QueueUrl").GetString()!, isOwn: true);
    }

    public static Queue Existing(Uri endpoint, string url) => new(new SqsConnection(endpoint), url, isOwn: false);

    /// <summary>How many messages are in the queue, in whatever state.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var answer = await _connection.PostAsync(Operation.GetQueueAttributes, Requests.Counts(Url), cancellationToken);
        using var json = JsonDocument.Parse(answer);
        var attributes = json.RootElement.GetProperty("Attributes");
        return Number(attributes, "ApproximateNumberOfMessages")
            + Number(attributes, "ApproximateNumberOfMessagesNotVisible")
            + Number(attributes, "ApproximateNumberOfMessagesDelayed");
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOwn)
        {
            await _connection.PostAsync(Operation.DeleteQueue, Requests.OfQueue(Url), CancellationToken.None);
        }

        _connection.Dispose();
    }

    private static int Number(JsonElement attributes, string name) =>
        int.Parse(attributes.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
