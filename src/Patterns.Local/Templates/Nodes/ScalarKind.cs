namespace Patterns.Local.Templates.Nodes;

internal enum ScalarKind
{
    String,
    Number,
    Boolean,
    Null,
}
