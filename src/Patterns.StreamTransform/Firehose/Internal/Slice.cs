namespace Patterns.Firehose.Internal;

/// <summary>A part of the event, without quotes; absent where it has no length and no start.</summary>
internal readonly record struct Slice(int Start, int Length, bool HasEscapes)
{
    public bool IsPresent => Start > 0;

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> bytes) => bytes.Slice(Start, Length);
}
