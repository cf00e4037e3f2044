namespace Patterns.Local.Cli.Output;

internal readonly record struct Piece(string Text, Tone Tone = Tone.Plain);
