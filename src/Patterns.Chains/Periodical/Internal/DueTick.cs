namespace Patterns.Periodical.Internal;

/// <summary>What is to be done about the ticks that are due.</summary>
/// <param name="Run">The tick to run next; null when all that are due are to be skipped.</param>
/// <param name="SettleThrough">The tick through which all is settled after that.</param>
internal readonly record struct DueTick(DateTimeOffset? Run, DateTimeOffset SettleThrough);
