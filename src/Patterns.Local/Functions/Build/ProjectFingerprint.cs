using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Patterns.Local.Functions.Build;

/// <summary>One value that changes whenever a file changes that a build depends on.</summary>
internal static class ProjectFingerprint
{
    private static readonly string[] s_skipped = ["bin", "obj", "node_modules", "TestResults"];
    private static readonly string[] s_inherited =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nuget.config", "NuGet.Config", "NuGet.config", ".editorconfig",
    ];

    public static string Of(string project, IReadOnlyList<string> folders)
    {
        var text = new StringBuilder();
        text.AppendLine(project).AppendLine(string.Join(' ', DotnetPublish.Options));
        var inherited = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            AppendFolder(text, folder);
            AddInherited(inherited, folder);
        }

        foreach (var file in inherited)
        {
            AppendFile(text, new FileInfo(file));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void AppendFolder(StringBuilder text, string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
        {
            text.AppendLine(folder).AppendLine("missing");
            return;
        }

        var files = new List<FileInfo>();
        Collect(root, files);
        files.Sort(static (a, b) => string.CompareOrdinal(a.FullName, b.FullName));
        foreach (var file in files)
        {
            AppendFile(text, file);
        }
    }

    private static void Collect(DirectoryInfo folder, List<FileInfo> files)
    {
        files.AddRange(folder.EnumerateFiles());
        foreach (var child in folder.EnumerateDirectories())
        {
            var isOutput = child.Name.StartsWith('.') || Array.IndexOf(s_skipped, child.Name) >= 0;
            if (!isOutput)
            {
                Collect(child, files);
            }
        }
    }

    private static void AddInherited(SortedSet<string> files, string folder)
    {
        for (var up = new DirectoryInfo(folder).Parent; up is not null; up = up.Parent)
        {
            foreach (var name in s_inherited)
            {
                var path = Path.Combine(up.FullName, name);
                if (File.Exists(path))
                {
                    files.Add(path);
                }
            }
        }
    }

    private static void AppendFile(StringBuilder text, FileInfo file) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}");
}
