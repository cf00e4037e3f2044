namespace Patterns.Windows.Internal;

/// <summary>Where in an index a key stands: in which partition, and at which moment of it.</summary>
internal sealed record DueMark(string Partition, DateTimeOffset At);
