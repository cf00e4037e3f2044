namespace Patterns.FanOut.Internal;

/// <summary>An aggregate with rows that were left behind.</summary>
/// <param name="Aggregate">The aggregate.</param>
/// <param name="Through">The sort key of the last such row; those before it go first, however young they are.</param>
internal readonly record struct Straggler(string Aggregate, string Through);
