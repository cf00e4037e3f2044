namespace Patterns.FanIn.Internal;

/// <summary>What became of a part, and for one that is in conflict, the number that was said before.</summary>
internal readonly record struct CountedPart(PartFate Fate, int? Known = null);
