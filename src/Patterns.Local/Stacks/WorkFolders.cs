namespace Patterns.Local.Stacks;

/// <summary>Where a run keeps its files.</summary>
internal static class WorkFolders
{
    private const string Name = ".patterns";
    private const string LogName = "logs";

    public static string Logs(RunnerOptions options) => options.LogDirectory ?? Logs(options.WorkDirectory ?? Root(options.Stack?.TemplateDirectory));

    /// <summary>Where delivered objects go: beside the logs, so that two runs of a stack do not share them either.</summary>
    public static string Objects(RunnerOptions options)
    {
        var logs = Path.GetFullPath(Logs(options));
        var name = Path.GetFileName(logs);
        return Path.Combine(Path.GetDirectoryName(logs)!, name.StartsWith(LogName, StringComparison.Ordinal) ? $"objects{name[LogName.Length..]}" : $"{name}-objects");
    }

    /// <summary>Takes a folder for the logs of a stack, and keeps it until it is disposed.</summary>
    public static LogFolder TakeLogs(string templateDirectory) => LogFolder.Take(Logs(Root(templateDirectory)));

    /// <summary>Makes the folder beside a template, and keeps what is in it out of version control.</summary>
    public static void Prepare(string templateDirectory)
    {
        var folder = Directory.CreateDirectory(Root(templateDirectory));
        var ignore = Path.Combine(folder.FullName, ".gitignore");
        if (!File.Exists(ignore))
        {
            File.WriteAllText(ignore, "*\n");
        }
    }

    /// <summary>The folder beside a template; without one, a folder of the user's temporary files.</summary>
    public static string Root(string? templateDirectory) =>
        templateDirectory is not null ? Path.Combine(templateDirectory, Name) : Path.Combine(Path.GetTempPath(), "patterns");

    private static string Logs(string root) => Path.Combine(root, LogName);
}
