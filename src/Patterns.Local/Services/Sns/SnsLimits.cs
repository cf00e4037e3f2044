namespace Patterns.Local.Services.Sns;

/// <summary>The service's quotas, as of November 2026.</summary>
internal static class SnsLimits
{
    /// <summary>Bytes of a message with its attributes, and of all messages of a batch together.</summary>
    public const int MessageBytes = 256 * 1024;

    public const int BatchEntries = 10;
    public const int PageSize = 100;
    public const int SubjectLength = 100;
    public const int NameLength = 256;
    public const int IdLength = 128;
    public const int EntryIdLength = 80;
    public const int TagsPerTopic = 50;
    public const int FilterPoliciesPerTopic = 200;

    public static readonly TimeSpan DeduplicationWindow = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(2);
    public static readonly TimeSpan HttpTimeout = TimeSpan.FromSeconds(15);
}
