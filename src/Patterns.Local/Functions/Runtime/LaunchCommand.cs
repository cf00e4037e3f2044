using System.Text.Json;
using Patterns.Local.Functions.Handlers;

namespace Patterns.Local.Functions.Runtime;

/// <summary>How the process of a function is started.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsHosted">True when the runner's own host loads the handler; false for an executable that is started as it is.</param>
internal sealed record LaunchCommand(string FileName, IReadOnlyList<string> Arguments, bool IsHosted)
{
    private const int HostMajorVersion = 10;

    /// <summary>How newer runtimes may stand in for the one that the code was built for.</summary>
    public string RollForward { get; private init; } = "Major";

    /// <summary>Chooses the program, or says what is missing and what there is.</summary>
    /// <exception cref="FunctionException">The code has no file that can be started.</exception>
    public static LaunchCommand For(FunctionPackage package, string hostPath)
    {
        var definition = package.Definition;
        if (HandlerName.IsClassLibrary(definition.Handler))
        {
            return Hosted(package, HandlerName.Parse(definition.Handler, out var error)?.Assembly ?? throw new FunctionException($"{definition.HandlerLocation}: {error}."), hostPath);
        }

        var isCustom = definition.Runtime.StartsWith("provided", StringComparison.Ordinal);
        return (isCustom ? Executable(package.Directory, "bootstrap") : null)
            ?? Executable(package.Directory, definition.Handler)
            ?? throw new FunctionException(
                $"{definition.HandlerLocation}: the handler '{definition.Handler}' names no executable; {package.Directory} has {Listed.Names(Executables(package.Directory))}.");
    }

    private static LaunchCommand Hosted(FunctionPackage package, string assembly, string hostPath)
    {
        var dependencies = Only(package, assembly, ".deps.json")
            ?? throw new FunctionException($"{package.Definition.HandlerLocation}: {package.Directory} has no {assembly}.deps.json; it has {Listed.Names(Executables(package.Directory))}.");
        var configuration = Only(package, assembly, ".runtimeconfig.json") ?? Path.ChangeExtension(hostPath, ".runtimeconfig.json");
        return new LaunchCommand(Dotnet(), ["exec", "--depsfile", dependencies, "--runtimeconfig", configuration, hostPath, package.Definition.Handler], IsHosted: true)
        {
            RollForward = MajorVersion(configuration) < HostMajorVersion ? "LatestMajor" : "Major",
        };
    }

    private static LaunchCommand? Executable(string directory, string name)
    {
        var library = Path.Combine(directory, name.EndsWith(".dll", StringComparison.Ordinal) ? name : name + ".dll");
        if (File.Exists(library))
        {
            return new LaunchCommand(Dotnet(), ["exec", library], IsHosted: false);
        }

        var program = Path.Combine(directory, name);
        return File.Exists(program) ? new LaunchCommand(program, [], IsHosted: false) : null;
    }

    private static string? Only(FunctionPackage package, string assembly, string extension)
    {
        var named = Path.Combine(package.Directory, assembly + extension);
        if (File.Exists(named))
        {
            return named;
        }

        var files = Directory.GetFiles(package.Directory, "*" + extension);
        return files.Length == 1 ? files[0] : null;
    }

    private static IEnumerable<string> Executables(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*.deps.json"))
        {
            yield return Path.GetFileName(file)[..^".deps.json".Length];
        }
    }

    /// <summary>The dotnet program that runs the runner itself, else the one on the path.</summary>
    private static string Dotnet()
    {
        var self = Environment.ProcessPath;
        return self is not null && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
    }

    // A host of .NET 10 does not run on an older runtime, whatever the function was built for.
    private static int MajorVersion(string runtimeConfiguration)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(runtimeConfiguration));
        return json.RootElement.TryGetProperty("runtimeOptions", out var options)
            && options.TryGetProperty("tfm", out var framework)
            && Version.TryParse(framework.GetString()?.Replace("net", "", StringComparison.Ordinal), out var version)
            ? version.Major
            : HostMajorVersion;
    }
}
