using System.Globalization;
using Patterns.Local.Stacks;

namespace Patterns.Local.Cli;

/// <summary>Keeps the details of an unexpected error for a report.</summary>
internal static class CrashLog
{
    /// <returns>The file that has them.</returns>
    public static string Write(Exception exception)
    {
        var folder = WorkFolders.Root(templateDirectory: null);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"error-{Environment.ProcessId}.log"));
        File.WriteAllText(file, exception.ToString());
        return file;
    }
}
