using Patterns.Aws;
using Patterns.Cqrs;
using Patterns.Tables;

namespace Cqrs.Functions;

/// <summary>The read side: two views of the same events.</summary>
internal static class Views
{
    public const string AllLines = "lines";

    private static readonly ITable s_table = Table.From(Environment.GetEnvironmentVariable("VIEWS_TABLE")!);

    public static ViewStore<PolicyRow> Holders { get; } = new(s_table, "holders", Json.Default.PolicyRow);

    public static ViewStore<LineRow> Lines { get; } = new(s_table, "lines", Json.Default.LineRow);

    /// <summary>Two versions of each view, so that the second can be built while the first is read. After a rebuild, the older one goes.</summary>
    public static Projector<StoredEvent<PolicyEvent>> Projector { get; } = Patterns.Cqrs.Projector.Of(
        Policies.Events,
        [new HolderProjection(Holders, 1), new HolderProjection(Holders, 2), new LineProjection(Lines, 1), new LineProjection(Lines, 2)]);
}
