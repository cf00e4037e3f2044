namespace Patterns.Windows;

/// <summary>A record would make the windows of its key larger than an item of the table may be.</summary>
/// <remarks>No retry can help: the record goes to the failure destination, and the windows stay as they were before it.</remarks>
public sealed class WindowTooLargeException : NonRetryableException
{
    internal WindowTooLargeException(KeyWindow window, int bytes, int most)
        : base($"The window {window} is too large: with this record, the windows of its key have {bytes} bytes together, and {most} are possible. Keep counts and sums in the state, or fewer windows.")
    {
        Window = window;
        Bytes = bytes;
    }

    /// <summary>The window that the record belongs to.</summary>
    public KeyWindow Window { get; }

    /// <summary>How many bytes the key's item would have.</summary>
    public int Bytes { get; }
}
