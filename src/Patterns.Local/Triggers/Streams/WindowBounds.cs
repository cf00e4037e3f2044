namespace Patterns.Local.Triggers.Streams;

/// <summary>A tumbling window: windows of one length follow each other without gaps, counted from 1970.</summary>
internal readonly record struct WindowBounds(DateTimeOffset Start, DateTimeOffset End)
{
    public static WindowBounds At(DateTimeOffset time, TimeSpan length)
    {
        var start = time - new TimeSpan((time - DateTimeOffset.UnixEpoch).Ticks % length.Ticks);
        return new WindowBounds(start, start + length);
    }
}
