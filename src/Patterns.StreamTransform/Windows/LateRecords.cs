namespace Patterns.Windows;

/// <summary>
/// What becomes of late records: of tumbling windows, those whose own time is before the window in which they arrive; of windows of a key,
/// those whose window has ended.
/// </summary>
public enum LateRecords
{
    /// <summary>They count in the tumbling window in which they arrive; as a late part of their own, where windows are of a key.</summary>
    Include,

    /// <summary>They are left out and counted by <c>patterns.windows.late</c>.</summary>
    Drop,

    /// <summary>
    /// They go to <see cref="WindowOptions{TIn}.LateDestination"/>, or <see cref="KeyedWindowOptions{TIn}.LateDestination"/>, as they came,
    /// and are counted.
    /// </summary>
    Send,
}
