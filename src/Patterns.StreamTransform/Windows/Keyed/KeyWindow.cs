namespace Patterns.Windows;

/// <summary>A window of one key, by the times at which its records happened.</summary>
/// <param name="Key">The key.</param>
/// <param name="Start">The first moment of the window; of a session, when its first record happened.</param>
/// <param name="End">The first moment after it; of a session, the gap after its last record.</param>
public sealed record KeyWindow(string Key, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The key and the window's times, for errors and logs.</summary>
    public override string ToString() => $"{Start:u} to {End:u} of key '{Key}'";
}
