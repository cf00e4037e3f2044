using Spectre.Console;

namespace Patterns.Local.Cli.Output;

/// <summary>Chooses how lines are shown.</summary>
internal static class Screens
{
    public static IScreen Standard() => Console.IsOutputRedirected ? new PlainScreen(Console.Out) : Terminal(Console.Out);

    public static IScreen Error() => Console.IsErrorRedirected ? new PlainScreen(Console.Error) : Terminal(Console.Error);

    public static IScreen File(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new PlainScreen(new StreamWriter(path, append: false));
    }

    // Its own method, so that the library is loaded for terminals only.
    private static TerminalScreen Terminal(TextWriter writer) => new(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }));
}
