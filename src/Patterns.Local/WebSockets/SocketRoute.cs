namespace Patterns.Local.WebSockets;

/// <summary>What happens for a key.</summary>
internal sealed record SocketRoute(string Key, SocketIntegration Integration)
{
    public const string Connect = "$connect";
    public const string Disconnect = "$disconnect";
    public const string Default = "$default";

    /// <summary>What invocations by the route are called.</summary>
    public string Trigger => $"websocket {Key}";

    /// <summary>Whether what the function returns goes back to the client.</summary>
    public bool Responds { get; init; }

    /// <summary>Decides who may connect; on <c>$connect</c> only.</summary>
    public SocketAuthorizer? Authorizer { get; init; }

    /// <summary>Whether messages cannot choose the key by themselves.</summary>
    public static bool IsPredefined(string key) => key is Connect or Disconnect;
}
