using Spectre.Console;

namespace Patterns.Local.Cli.Output;

/// <summary>Lines with colours, as far as the terminal has them.</summary>
internal sealed class TerminalScreen(IAnsiConsole console) : IScreen
{
    private readonly Lock _lock = new();

    public void Line(params ReadOnlySpan<Piece> pieces)
    {
        var line = new Paragraph();
        foreach (var piece in pieces)
        {
            line.Append(piece.Text, StyleOf(piece.Tone));
        }

        lock (_lock)
        {
            console.Write(line);
            console.WriteLine();
        }
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Quiet => new Style(foreground: Color.Grey),
        Tone.Good => new Style(foreground: Color.Green),
        Tone.Bad => new Style(foreground: Color.Red),
        Tone.Warning => new Style(foreground: Color.Yellow),
        _ => Style.Plain,
    };
}
