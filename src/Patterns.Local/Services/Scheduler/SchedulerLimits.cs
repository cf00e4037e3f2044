namespace Patterns.Local.Services.Scheduler;

/// <summary>The service's quotas, as of November 2026.</summary>
internal static class SchedulerLimits
{
    public const int PageSize = 100;
    public const int LongestWindowMinutes = 1440;
    public const int NameLength = 64;
    public const long RequestBytes = 2 * 1024 * 1024;
}
