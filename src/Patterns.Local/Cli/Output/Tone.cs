namespace Patterns.Local.Cli.Output;

/// <summary>How a piece of text looks on a terminal.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Quiet,
    Good,
    Bad,
    Warning,
}
