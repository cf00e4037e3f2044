namespace Patterns.Local.Templates.Schema;

internal enum PropertyKind
{
    Any,
    Text,
    Number,
    Flag,
    List,
    Map,

    /// <summary>A mapping, or the same as JSON text.</summary>
    Json,
}
