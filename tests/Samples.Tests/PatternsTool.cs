using System.Diagnostics;
using System.Reflection;

namespace Samples.Tests;

/// <summary>The built runner, started as a user does.</summary>
internal static class PatternsTool
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>Runs the tool to its end.</summary>
    /// <returns>The exit code, and what was printed.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>The ids of the processes of this repository whose command line names <paramref name="text"/>.</summary>
    public static IReadOnlyList<int> ProcessesNaming(string text) =>
        [.. Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _) && IsOurs(CommandLine(folder), text)).Select(folder => int.Parse(Path.GetFileName(folder)))];

    /// <summary>Starts the tool; whoever starts it reads what it prints, and ends it.</summary>
    public static Process Start(string[] arguments)
    {
        var tool = Path.Combine(Root, "src", "Patterns.Local", "bin", Metadata("Configuration"), "net10.0", "patterns.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [tool, .. arguments])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static bool IsOurs(string commandLine, string text) =>
        commandLine.Contains(Root, StringComparison.Ordinal) && commandLine.Contains(text, StringComparison.Ordinal);

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            // The process ended while its folder was being read.
            return "";
        }
    }

    private static string Metadata(string key) => typeof(PatternsTool).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
