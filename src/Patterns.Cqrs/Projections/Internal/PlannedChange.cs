namespace Patterns.Cqrs.Internal;

/// <summary>A change, and what it does to rows.</summary>
internal sealed record PlannedChange(ChangeMark Mark, IReadOnlyList<RowChange> Rows);
