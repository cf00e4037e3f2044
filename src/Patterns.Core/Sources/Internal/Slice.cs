namespace Patterns.Sources.Internal;

/// <summary>A range of the event's bytes; <c>default</c> means that the field was absent.</summary>
internal readonly record struct Slice(int Start, int Length)
{
    public bool IsPresent => Length > 0;

    public ReadOnlySpan<byte> Of(byte[] bytes) => bytes.AsSpan(Start, Length);
}
