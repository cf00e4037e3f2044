namespace Cqrs.Functions;

public sealed record LinesPage(IReadOnlyList<LineRow> Lines);
