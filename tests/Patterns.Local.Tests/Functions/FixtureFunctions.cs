using Patterns.Local.Functions;
using Patterns.Local.Functions.Build;

namespace Patterns.Local.Tests.Functions;

/// <summary>The functions of <c>tests/Fixtures.Functions</c>, built once per test run.</summary>
public sealed class FixtureFunctions : IAsyncLifetime
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, string>>> s_build = new(BuildAsync);

    private IReadOnlyDictionary<string, string> _directories = new Dictionary<string, string>();

    public static string Root { get; } = FindRoot();

    public async ValueTask InitializeAsync() => _directories = await s_build.Value;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal FunctionPackage Plain(string type, string method = "Handle") =>
        Package("Plain", $"Fixtures.Plain::Fixtures.Plain.{type}::{method}");

    internal FunctionPackage WithCore(string type, string method) =>
        Package("WithCore", $"Fixtures.WithCore::Fixtures.WithCore.{type}::{method}");

    internal FunctionPackage Executable() => Package("Executable", "bootstrap");

    internal FunctionPackage Package(string project, string handler) =>
        new(new FunctionDefinition("fn", Path.Combine(Root, project), handler) { Timeout = TimeSpan.FromSeconds(20) }, _directories[project]);

    private static async Task<IReadOnlyDictionary<string, string>> BuildAsync()
    {
        var builder = new FunctionBuilder(AppContext.BaseDirectory, _ => { });
        FunctionDefinition[] definitions =
        [
            new("Plain", Path.Combine(Root, "Plain"), "Fixtures.Plain::Fixtures.Plain.Echo::Handle"),
            new("WithCore", Path.Combine(Root, "WithCore"), "Fixtures.WithCore::Fixtures.WithCore.TypedHandler::Twice"),
            new("Executable", Path.Combine(Root, "Executable"), "bootstrap"),
        ];
        var packages = await builder.BuildAsync(definitions, CancellationToken.None);
        return packages.ToDictionary(package => package.Definition.Name, package => package.Directory);
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "Patterns.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory.FullName, "tests", "Fixtures.Functions");
    }
}
