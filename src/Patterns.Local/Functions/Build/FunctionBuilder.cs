using Patterns.Local.Functions.Handlers;

namespace Patterns.Local.Functions.Build;

/// <summary>Builds the projects of a stack's functions into its <c>.patterns/build</c> folder, each once and only when something changed.</summary>
/// <param name="stackDirectory">The folder of the template.</param>
/// <param name="progress">Told what is being built.</param>
internal sealed class FunctionBuilder(string stackDirectory, Action<string> progress)
{
    private readonly string _output = Path.Combine(stackDirectory, ".patterns", "build");

    /// <exception cref="FunctionException">A project is missing or does not compile; the message has the compiler's errors.</exception>
    public async Task<IReadOnlyList<FunctionPackage>> BuildAsync(IReadOnlyList<FunctionDefinition> functions, CancellationToken cancellationToken)
    {
        var built = new Dictionary<string, string>(StringComparer.Ordinal);
        var packages = new List<FunctionPackage>(functions.Count);
        foreach (var function in functions)
        {
            packages.Add(new FunctionPackage(function, await DirectoryOfAsync(function, built, cancellationToken).ConfigureAwait(false)));
        }

        return packages;
    }

    private async Task<string> DirectoryOfAsync(FunctionDefinition function, Dictionary<string, string> built, CancellationToken cancellationToken)
    {
        if (function.Attached || FindProject(function) is not { } project)
        {
            return function.CodeDirectory;
        }

        if (!built.TryGetValue(project, out var directory))
        {
            built[project] = directory = OutputOf(project, built.Values);
            await BuildProjectAsync(project, directory, cancellationToken).ConfigureAwait(false);
        }

        return directory;
    }

    private static string? FindProject(FunctionDefinition function)
    {
        if (function.ProjectFile is { } named)
        {
            return Path.GetFullPath(named);
        }

        if (!Directory.Exists(function.CodeDirectory))
        {
            throw new FunctionException($"{function.HandlerLocation}: the code of {function.Name} is not there: {function.CodeDirectory} is no folder.");
        }

        var projects = Directory.GetFiles(function.CodeDirectory, "*.*proj");
        return projects.Length switch
        {
            0 => null,
            1 => Path.GetFullPath(projects[0]),
            _ => throw new FunctionException($"{function.HandlerLocation}: {function.CodeDirectory} has several projects: {Listed.Names(projects.Select(Path.GetFileName)!)}."),
        };
    }

    // Two projects of one name in different folders must not overwrite each other.
    private string OutputOf(string project, ICollection<string> taken)
    {
        var name = Path.Combine(_output, Path.GetFileNameWithoutExtension(project));
        var candidate = name;
        for (var i = 2; taken.Contains(candidate); i++)
        {
            candidate = $"{name}-{i}";
        }

        return candidate;
    }

    private async Task BuildProjectAsync(string project, string output, CancellationToken cancellationToken)
    {
        var record = new BuildRecord(output + ".inputs");
        if (Directory.Exists(output) && record.IsCurrent(project))
        {
            return;
        }

        progress($"Building {Path.GetFileNameWithoutExtension(project)}");
        using (await BuildLock.TakeAsync(project, () => progress("Waiting for another build"), cancellationToken).ConfigureAwait(false))
        {
            // It may have been this very one.
            if (Directory.Exists(output) && record.IsCurrent(project))
            {
                return;
            }

            Directory.CreateDirectory(_output);
            record.Delete();
            if (Directory.Exists(output))
            {
                Directory.Delete(output, recursive: true);
            }

            await DotnetPublish.RunAsync(project, output, stackDirectory, cancellationToken).ConfigureAwait(false);
            record.Write(project);
        }
    }
}
