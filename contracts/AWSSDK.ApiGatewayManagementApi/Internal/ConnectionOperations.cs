using System.Globalization;
using System.Text.Json;
using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime.Internal;

namespace Amazon.ApiGatewayManagementApi.Internal;

/// <summary>How the operations go over the wire.</summary>
internal static class ConnectionOperations
{
    internal static InvokeOptions Delete => new()
    {
        RequestMarshaller = new ConnectionRequestMarshaller<DeleteConnectionRequest>("DELETE", request => request.ConnectionId, null),
        ResponseUnmarshaller = new ConnectionResponseUnmarshaller<DeleteConnectionResponse>(null),
    };

    internal static InvokeOptions Get => new()
    {
        RequestMarshaller = new ConnectionRequestMarshaller<GetConnectionRequest>("GET", request => request.ConnectionId, null),
        ResponseUnmarshaller = new ConnectionResponseUnmarshaller<GetConnectionResponse>(Read),
    };

    internal static InvokeOptions Post => new()
    {
        RequestMarshaller = new ConnectionRequestMarshaller<PostToConnectionRequest>("POST", request => request.ConnectionId, request => request.Data ?? new MemoryStream()),
        ResponseUnmarshaller = new ConnectionResponseUnmarshaller<PostToConnectionResponse>(null),
    };

    private static GetConnectionResponse Read(JsonElement json) => new()
    {
        ConnectedAt = Time(json, "connectedAt"),
        Identity = json.TryGetProperty("identity", out var identity) ? new Identity { SourceIp = Text(identity, "sourceIp"), UserAgent = Text(identity, "userAgent") } : null,
        LastActiveAt = Time(json, "lastActiveAt"),
    };

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateTime? Time(JsonElement json, string name) =>
        Text(json, name) is { } text ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal) : null;
}
