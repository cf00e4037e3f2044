namespace Patterns.Local.Stacks;

/// <summary>Where a run keeps its files.</summary>
internal static class WorkFolders
{
    private const string Name = ".patterns";

    public static string Logs(RunnerOptions options) => Path.Combine(options.WorkDirectory ?? Root(options.Stack?.TemplateDirectory), "logs");

    /// <summary>The folder beside a template; without one, a folder of the user's temporary files.</summary>
    public static string Root(string? templateDirectory) =>
        templateDirectory is not null ? Path.Combine(templateDirectory, Name) : Path.Combine(Path.GetTempPath(), "patterns");
}
