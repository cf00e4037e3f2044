namespace Patterns.Local.Cli.Output;

/// <summary>Shows lines to people. Safe for use by many threads; lines stay whole.</summary>
internal interface IScreen
{
    void Line(params ReadOnlySpan<Piece> pieces);
}
