using Patterns.Local.Functions;
using Patterns.Local.Functions.Build;

namespace Patterns.Local.Tests.Functions;

public sealed class FunctionBuilderTests : IDisposable
{
    private readonly string _stack = Directory.CreateTempSubdirectory("patterns-build-").FullName;
    private readonly List<string> _progress = [];

    public void Dispose() => Directory.Delete(_stack, recursive: true);

    [Fact]
    public async Task A_project_is_built_once_and_again_only_when_something_changed()
    {
        Write("Functions/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup></Project>""");
        Write("Functions/Handler.cs", "namespace App; public class Handler { public string Handle() => Lib.Text.Value; }");
        Write("Lib/Lib.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Write("Lib/Text.cs", "namespace Lib; public static class Text { public const string Value = \"a\"; }");
        FunctionDefinition[] both = [Definition("One"), Definition("Two")];

        var packages = await BuildAsync(both);
        await BuildAsync(both);
        Write("Lib/Text.cs", "namespace Lib; public static class Text { public const string Value = \"changed\"; }");
        await BuildAsync(both);

        Assert.Equal(["Building App", "Building App"], _progress);
        Assert.All(packages, package => Assert.Equal(Path.Combine(_stack, ".patterns", "build", "App"), package.Directory));
        Assert.True(File.Exists(Path.Combine(packages[0].Directory, "App.runtimeconfig.json")));
    }

    [Fact]
    public async Task Compiler_errors_are_told_with_file_and_line_and_nothing_else()
    {
        Write("Functions/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Write("Functions/Handler.cs", "namespace App;\npublic class Handler { int x = \"text\"; }");

        var error = await Assert.ThrowsAsync<FunctionException>(() => BuildAsync(Definition("One")));

        Assert.Equal(
            $"App does not build:\n  {Path.Combine("Functions", "Handler.cs")}(2,32): CS0029: Cannot implicitly convert type 'string' to 'int'",
            error.Message);
    }

    [Fact]
    public async Task A_folder_without_a_project_holds_built_code()
    {
        Write("Functions/App.deps.json", "{}");

        var package = Assert.Single(await BuildAsync(Definition("One")));

        Assert.Equal(Path.Combine(_stack, "Functions"), package.Directory);
        Assert.Empty(_progress);
    }

    [Fact]
    public async Task Several_projects_in_one_folder_are_named()
    {
        Write("Functions/A.csproj", "");
        Write("Functions/B.csproj", "");

        var error = await Assert.ThrowsAsync<FunctionException>(() => BuildAsync(Definition("One")));

        Assert.Equal($"template.yaml:7: {Path.Combine(_stack, "Functions")} has several projects: A.csproj, B.csproj.", error.Message);
    }

    [Fact]
    public async Task Code_that_is_not_there_is_named()
    {
        var error = await Assert.ThrowsAsync<FunctionException>(() => BuildAsync(Definition("One")));

        Assert.Equal($"template.yaml:7: the code of One is not there: {Path.Combine(_stack, "Functions")} is no folder.", error.Message);
    }

    private Task<IReadOnlyList<FunctionPackage>> BuildAsync(params FunctionDefinition[] definitions) =>
        new FunctionBuilder(_stack, _progress.Add).BuildAsync(definitions, CancellationToken.None);

    private FunctionDefinition Definition(string name) =>
        new(name, Path.Combine(_stack, "Functions"), "App::App.Handler::Handle") { HandlerLocation = "template.yaml:7" };

    private void Write(string path, string text)
    {
        var file = Path.Combine(_stack, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
