using Patterns.Local.HttpApi;
using Patterns.Local.Services;
using Patterns.Local.WebSockets;

namespace Patterns.Local.Stacks;

/// <summary>The addresses that templates give to APIs and function URLs, and where they are served here.</summary>
internal sealed class ApiUrls(AwsEnvironment aws, HttpApiService apis, SocketService sockets)
{
    /// <summary>The address as AWS has it.</summary>
    public string OnAws(HttpApiDefinition api) => $"https://{ApiAddress.DomainOnAws(api, aws.Region)}";

    /// <summary>The address as AWS has it for callers of a WebSocket API's connections.</summary>
    public string OnAws(string apiId) => $"https://{apiId}.execute-api.{aws.Region}.amazonaws.com";

    /// <summary>The address as AWS has it for clients of a WebSocket API.</summary>
    public string SocketOnAws(string apiId) => $"wss://{apiId}.execute-api.{aws.Region}.amazonaws.com";

    /// <summary>The text with every address of an API of this account replaced by its local one.</summary>
    public string ToLocal(string text)
    {
        if (!text.Contains(".execute-api.", StringComparison.Ordinal) && !text.Contains(".lambda-url.", StringComparison.Ordinal))
        {
            return text;
        }

        foreach (var api in apis.All)
        {
            text = text.Replace(OnAws(api), ApiAddress.LocalUrl(aws.Endpoint, api.Id), StringComparison.Ordinal);
        }

        foreach (var api in sockets.All)
        {
            var local = ApiAddress.LocalUrl(aws.Endpoint, api.Id);
            text = text.Replace(OnAws(api.Id), local, StringComparison.Ordinal)
                .Replace(SocketOnAws(api.Id), local.Replace("http://", "ws://", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        return text;
    }
}
