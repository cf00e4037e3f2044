using System.Net;
using Patterns.Connections;

namespace Patterns.Local.Tests.WebSockets.Push;

/// <summary>Pushes through the management address of an API, over HTTP.</summary>
internal sealed class HttpConnections(HttpClient http, string address) : IConnections
{
    public string Name => address;

    public async ValueTask<PushOutcome> PushAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(message);
        using var response = await http.PostAsync(Of(connectionId), content, cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => PushOutcome.Sent,
            HttpStatusCode.Gone => PushOutcome.Gone,
            HttpStatusCode.TooManyRequests => PushOutcome.Throttled,
            HttpStatusCode.RequestEntityTooLarge => PushOutcome.TooLarge,
            var status => throw new ConnectionException($"The service answered {(int)status}.", isRetryable: true),
        };
    }

    public ValueTask<ConnectionDetails?> FindAsync(string connectionId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async ValueTask DisconnectAsync(string connectionId, CancellationToken cancellationToken)
    {
        using var response = await http.DeleteAsync(Of(connectionId), cancellationToken);
    }

    private string Of(string connectionId) => $"{address}/@connections/{Uri.EscapeDataString(connectionId)}";
}
