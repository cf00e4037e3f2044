using System.Text.Json;
using System.Xml;

namespace Patterns.Local.Functions.Build;

/// <summary>The repositories whose projects a build compiles.</summary>
/// <remarks>
/// Before a restore not all references are known, since imported files may add some. Those are of the same repository, while one in
/// another repository stands in the project file.
/// </remarks>
internal static class ProjectRoots
{
    private static readonly EnumerationOptions s_readable = new() { IgnoreInaccessible = true };

    /// <summary>Their folders, each once, in the order of their names.</summary>
    public static IReadOnlyCollection<string> Of(string project) => new SortedSet<string>(Folders(project).Select(RootOf), StringComparer.Ordinal);

    private static IReadOnlyList<string> Folders(string project)
    {
        try
        {
            return ProjectInputs.Folders(project);
        }
        catch (Exception exception) when (exception is XmlException or JsonException or IOException or KeyNotFoundException)
        {
            // The build says what is wrong with the project.
            return [Path.GetDirectoryName(project)!];
        }
    }

    /// <summary>The folder of the Git repository; without one, the outermost that has a solution or settings for all projects.</summary>
    private static string RootOf(string folder)
    {
        var outermost = folder;
        for (var up = new DirectoryInfo(folder); up is not null; up = up.Parent)
        {
            // A file in the folders of worktrees and submodules.
            if (Path.Exists(Path.Combine(up.FullName, ".git")))
            {
                return up.FullName;
            }

            if (HoldsProjects(up))
            {
                outermost = up.FullName;
            }
        }

        return outermost;
    }

    private static bool HoldsProjects(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Directory.Build.props")) || (folder.Exists && folder.EnumerateFiles("*.sln*", s_readable).Any());
}
