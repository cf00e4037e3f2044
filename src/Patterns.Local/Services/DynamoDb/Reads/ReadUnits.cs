namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>Read units: one for each 4 KB of a consistent read, half of that otherwise.</summary>
internal static class ReadUnits
{
    private const int UnitBytes = 4096;

    /// <summary>The units of a consistent read; a read of nothing costs one as well.</summary>
    public static double Of(long bytes) => Math.Max(1, (bytes + UnitBytes - 1) / UnitBytes);

    public static double Of(long bytes, bool isConsistent) => isConsistent ? Of(bytes) : Of(bytes) / 2;
}
