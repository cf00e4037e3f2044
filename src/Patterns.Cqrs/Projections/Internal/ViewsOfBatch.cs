namespace Patterns.Cqrs.Internal;

/// <summary>The generations into which the changes of one batch come.</summary>
/// <param name="Writers">Those that are built before the live ones, so that a live one is never ahead of what replaces it.</param>
/// <param name="Live">Those of them that are read.</param>
internal sealed record ViewsOfBatch<TChange>(IReadOnlyList<ViewWriter<TChange>> Writers, IReadOnlySet<ViewWriter<TChange>> Live);
