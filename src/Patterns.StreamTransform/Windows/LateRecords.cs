namespace Patterns.Windows;

/// <summary>What becomes of records whose own time is before the window in which they arrive.</summary>
public enum LateRecords
{
    /// <summary>They count in the window in which they arrive.</summary>
    Include,

    /// <summary>They are left out and counted by <c>patterns.windows.late</c>.</summary>
    Drop,

    /// <summary>They go to <see cref="WindowOptions{TIn}.LateDestination"/> as they came, and are counted.</summary>
    Send,
}
