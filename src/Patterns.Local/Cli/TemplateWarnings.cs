using Patterns.Local.Cli.Output;
using Patterns.Local.Templates;

namespace Patterns.Local.Cli;

/// <summary>Lists what a template asks for and does not get here.</summary>
internal static class TemplateWarnings
{
    /// <exception cref="TemplateException">There are some, and the run is strict.</exception>
    public static void Report(IScreen screen, StackModel model, bool isStrict)
    {
        if (isStrict && model.Warnings.Count > 0)
        {
            throw new TemplateException(model.Warnings);
        }

        foreach (var warning in model.Warnings)
        {
            screen.Line(new Piece("warning  ", Tone.Warning), new Piece(warning.ToString()));
        }
    }
}
