namespace Patterns.Cqrs.Internal;

/// <summary>
/// The attributes of the package's items. The aggregate is named beside the key, since a stream's reader does not know what the
/// key's attributes are called.
/// </summary>
internal static class ItemNames
{
    /// <summary>What the item is: it tells the package's items from all others in the table.</summary>
    public const string Kind = "cqrsItem";

    public const string AggregateType = "aggregateType";
    public const string AggregateId = "aggregateId";
    public const string Version = "version";
    public const string Type = "type";
    public const string Schema = "schema";
    public const string Data = "data";
    public const string At = "at";
    public const string CommandKey = "commandKey";
    public const string Actor = "actor";

    public const string EventKind = "event";
    public const string HeadKind = "head";
    public const string SnapshotKind = "snapshot";
    public const string StateKind = "state";
    public const string CatalogueKind = "aggregate";
}
