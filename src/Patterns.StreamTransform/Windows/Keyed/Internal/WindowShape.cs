namespace Patterns.Windows.Internal;

/// <summary>Which windows there are.</summary>
/// <param name="IsMerging">Whether windows that overlap are one.</param>
/// <param name="SpansOf">The windows that a moment is in by itself.</param>
internal sealed record WindowShape(bool IsMerging, Func<DateTimeOffset, IEnumerable<Interval>> SpansOf);
