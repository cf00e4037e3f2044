namespace Patterns.Cqrs.Internal;

/// <summary>Whose changes come into a generation.</summary>
/// <param name="Id">The aggregate.</param>
/// <param name="IsLive">Whether the generation is the one that is read.</param>
internal readonly record struct ViewTask(string Id, bool IsLive);
