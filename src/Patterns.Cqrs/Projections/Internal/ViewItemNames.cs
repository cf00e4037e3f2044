namespace Patterns.Cqrs.Internal;

/// <summary>The attributes of a view's items, beside those that all items of the package have.</summary>
internal static class ViewItemNames
{
    public const string RowKind = "view-row";
    public const string ControlKind = "view-control";
    public const string PositionKind = "view-position";
    public const string CatalogueKind = "view-entry";
    public const string RebuildKind = "view-rebuild";

    public const string View = "view";
    public const string Generation = "generation";
    public const string Partition = "viewPartition";
    public const string Sort = "viewSort";
    public const string Revision = "revision";
    public const string Rows = "rows";
    public const string Live = "live";
    public const string Building = "building";
    public const string Retired = "retired";
    public const string Missed = "missed";
    public const string Misses = "misses";
    public const string Run = "run";
    public const string Failed = "failed";
    public const string After = "after";
    public const string IsDone = "done";
    public const string Count = "count";
}
