using Patterns.Local.Templates;

namespace Patterns.Local.Cli;

/// <summary>Checks names of functions on the command line.</summary>
internal static class AttachedFunctions
{
    /// <exception cref="UsageException">The template has no function of that name.</exception>
    public static void Check(StackModel model, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Find(model, name);
        }
    }

    /// <exception cref="UsageException">The template has no function of that name.</exception>
    public static FunctionResource Find(StackModel model, string name)
    {
        var functions = model.Functions.ToList();
        if (functions.Find(function => function.LogicalId == name) is { } found)
        {
            return found;
        }

        var ids = functions.ConvertAll(function => function.LogicalId);
        var hint = Suggestion.For(name, ids) ?? (ids.Count == 0 ? "it has no functions" : $"it has {string.Join(", ", ids)}");
        throw new UsageException($"{Path.GetFileName(model.TemplatePath)} has no function '{name}'; {hint}");
    }
}
