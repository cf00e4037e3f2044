using System.Diagnostics;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Build;
using Patterns.Local.Stacks;

namespace Patterns.Local.Cli;

/// <summary>The client program of a stack, in the folder <c>Demo</c> beside the template.</summary>
internal sealed class Demo
{
    private const string Folder = "Demo";

    private readonly string _directory;
    private readonly string _project;

    private Demo(string directory, string project)
    {
        _directory = directory;
        _project = project;
    }

    /// <exception cref="UsageException">There is no such program, or more than one.</exception>
    public static Demo Find(string stackDirectory)
    {
        var folder = Path.Combine(stackDirectory, Folder);
        var projects = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csproj") : [];
        return projects.Length == 1
            ? new Demo(stackDirectory, projects[0])
            : throw new UsageException($"--demo runs the project in the folder {Folder} beside the template, and there {(projects.Length == 0 ? "is none" : "are several")}.");
    }

    /// <summary>Builds the program if anything changed, runs it to its end and gives back its exit code.</summary>
    /// <exception cref="FunctionException">It does not build.</exception>
    public async Task<int> RunAsync(Runner runner, Action<string> progress, CancellationToken stop)
    {
        var definition = new FunctionDefinition(Folder, Path.GetDirectoryName(_project)!, Path.GetFileNameWithoutExtension(_project)) { ProjectFile = _project };
        var built = await new FunctionBuilder(_directory, progress).BuildAsync([definition], stop).ConfigureAwait(false);
        using var process = Process.Start(StartInfo(built[0].Directory, runner))!;
        try
        {
            await process.WaitForExitAsync(stop).ConfigureAwait(false);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            return ExitCodes.Interrupted;
        }
    }

    private ProcessStartInfo StartInfo(string built, Runner runner)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Program(built)]) { WorkingDirectory = _directory, UseShellExecute = false };
        DemoVariables.Set(start.Environment, runner, Path.Combine(WorkFolders.Root(_directory), "outputs.json"));
        return start;
    }

    private string Program(string built)
    {
        var configurations = Directory.GetFiles(built, "*.runtimeconfig.json");
        return configurations.Length == 1
            ? configurations[0].Replace(".runtimeconfig.json", ".dll", StringComparison.Ordinal)
            : throw new UsageException($"{Path.GetRelativePath(_directory, _project)} is no program: it needs <OutputType>Exe</OutputType>.");
    }
}
