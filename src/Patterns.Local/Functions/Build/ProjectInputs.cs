using System.Text.Json;
using System.Xml.Linq;

namespace Patterns.Local.Functions.Build;

/// <summary>Finds the folders of a project and of everything that it references.</summary>
internal static class ProjectInputs
{
    /// <summary>The folders of all projects that a build of <paramref name="project"/> compiles.</summary>
    /// <remarks>After a restore its result lists them, also those that come from imported files; else the project files are read.</remarks>
    public static IReadOnlyList<string> Folders(string project)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal) { Path.GetDirectoryName(project)! };
        var assets = Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json");
        foreach (var reference in File.Exists(assets) ? FromAssets(project, assets) : FromProjectFiles(project))
        {
            folders.Add(Path.GetDirectoryName(reference)!);
        }

        return [.. folders];
    }

    private static List<string> FromAssets(string project, string assets)
    {
        var references = new List<string>();
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        foreach (var library in json.RootElement.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.TryGetProperty("msbuildProject", out var path))
            {
                references.Add(Resolve(project, path.GetString()!));
            }
        }

        return references;
    }

    private static List<string> FromProjectFiles(string project)
    {
        var found = new List<string>();
        var open = new Queue<string>([project]);
        while (open.TryDequeue(out var current))
        {
            foreach (var reference in References(current))
            {
                if (File.Exists(reference) && !found.Contains(reference))
                {
                    found.Add(reference);
                    open.Enqueue(reference);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> References(string project) =>
        from element in XDocument.Load(project).Descendants()
        where element.Name.LocalName == "ProjectReference"
        let include = (string?)element.Attribute("Include")
        where include is not null
        select Resolve(project, include);

    private static string Resolve(string project, string path) =>
        Path.GetFullPath(path.Replace('\\', Path.DirectorySeparatorChar), Path.GetDirectoryName(project)!);
}
