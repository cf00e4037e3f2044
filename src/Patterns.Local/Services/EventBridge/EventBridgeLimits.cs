namespace Patterns.Local.Services.EventBridge;

/// <summary>The service's quotas, as of November 2026.</summary>
internal static class EventBridgeLimits
{
    public const int EntriesPerRequest = 10;

    /// <summary>Bytes of all entries of a request together; 256 KB until January 2026.</summary>
    public const int RequestBytes = 1024 * 1024;

    /// <summary>What the time of an entry counts.</summary>
    public const int TimeBytes = 14;

    public const int DetailDepth = 1100;
    public const int TargetsPerRule = 5;
    public const int RulesPerBus = 300;
    public const int BusesPerRegion = 100;
    public const int TargetsPerRequest = 100;
    public const int InputPaths = 100;
    public const int InputLength = 8192;
    public const int PageSize = 100;
}
