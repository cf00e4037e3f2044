namespace Patterns.Local.Triggers.Streams;

/// <summary>An open window and the state that the function returned last, as JSON.</summary>
internal sealed record WindowState(WindowBounds Bounds, ReadOnlyMemory<byte> State)
{
    private const int MostBytes = 1024 * 1024;

    public static WindowState Fresh(WindowBounds bounds) => new(bounds, "{}"u8.ToArray());

    /// <summary>Whether the state is so large that the window must end early.</summary>
    public bool IsTooLarge => State.Length > MostBytes;
}
