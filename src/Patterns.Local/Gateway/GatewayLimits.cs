namespace Patterns.Local.Gateway;

/// <summary>What the endpoint takes as a whole; each service has narrower limits of its own.</summary>
internal static class GatewayLimits
{
    /// <summary>Above the largest request of any service: a full batch of messages with every character escaped.</summary>
    public const long RequestBytes = 32 * 1024 * 1024;
}
