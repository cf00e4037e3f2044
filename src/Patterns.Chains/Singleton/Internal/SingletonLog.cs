using Amazon.Lambda.Core;

namespace Patterns.Singleton.Internal;

/// <summary>Every log message of singletons and lease pools. They name the lease and the message, and never quote it.</summary>
internal static class SingletonLog
{
    public static void Skipped(ILambdaLogger? logger, string messageId, string lease) => logger?.Log(
        LogLevel.Information,
        "Message {MessageId} was skipped: somebody else has the lease {Lease}.",
        messageId,
        lease);

    public static void WasLost(ILambdaLogger? logger, Lease lease, string messageId) => logger?.Log(
        LogLevel.Warning,
        "The lease {Lease} with the token {Token} was lost before message {MessageId} was handled to its end.",
        lease.Name,
        lease.Token,
        messageId);

    public static void NotReleased(ILambdaLogger? logger, Lease lease, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "The lease {Lease} with the token {Token} could not be given back; it ends by itself.",
        lease.Name,
        lease.Token);

    public static void WasLost(ILambdaLogger? logger, PoolLease lease, string messageId) => logger?.Log(
        LogLevel.Warning,
        "The lease {Slot} of the pool {Pool} with the token {Token} was lost before message {MessageId} was handled to its end.",
        lease.Slot,
        lease.Pool,
        lease.Token,
        messageId);

    public static void NotReleased(ILambdaLogger? logger, PoolLease lease, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "The lease {Slot} of the pool {Pool} with the token {Token} could not be given back; it ends by itself.",
        lease.Slot,
        lease.Pool,
        lease.Token);
}
