using Patterns.Local.Services;

namespace Patterns.Local.Functions;

/// <summary>How large events and replies may be.</summary>
internal static class PayloadLimits
{
    public const int SyncRequestBytes = 6 * 1024 * 1024;
    public const int AsyncRequestBytes = 1024 * 1024;

    /// <summary>The service allows a reply this much above 6 MB.</summary>
    public const int ResponseBytes = SyncRequestBytes + 100;

    public static void CheckSync(int bytes) => Check(bytes, SyncRequestBytes, "RequestResponse");

    public static void CheckAsync(int bytes) => Check(bytes, AsyncRequestBytes, "Event");

    private static void Check(int bytes, int limit, string type)
    {
        if (bytes > limit)
        {
            throw new AwsException("RequestTooLargeException", $"{bytes} byte payload is too large for the {type} invocation type (limit {limit} bytes)", 413);
        }
    }
}
