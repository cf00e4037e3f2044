using Patterns.Local.Functions.Build;

namespace Patterns.Local.Tests.Functions;

public sealed class BuildLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("patterns-lock-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a/.git/config")]
    [InlineData("a/.git")]
    [InlineData("a/All.sln")]
    [InlineData("a/Directory.Build.props")]
    public async Task Builds_of_one_repository_wait_for_each_other(string mark)
    {
        Write(mark);
        await AssertWaitsAsync(Project("a/samples/One/One.csproj"), Project("a/samples/Two/Two.csproj"));
    }

    [Fact]
    public async Task Builds_of_one_project_wait_for_each_other() => await AssertWaitsAsync(Project("One.csproj"), Project("One.csproj"));

    [Fact]
    public async Task Builds_of_projects_that_share_a_reference_wait_for_each_other()
    {
        Write("a/.git");
        Write("b/.git");
        Write("c/.git");
        var lib = Project("c/Lib/Lib.csproj");

        await AssertWaitsAsync(Project("a/One.csproj", "../c/Lib/Lib.csproj"), Project("b/Two.csproj", "../c/Lib/Lib.csproj"));
        await AssertWaitsAsync(Project("a/One.csproj", "../c/Lib/Lib.csproj"), lib);
    }

    [Fact]
    public async Task Builds_of_two_repositories_do_not_wait()
    {
        Write("a/.git");
        Write("b/.git");

        using var first = await TakeAsync(Project("a/One.csproj"));
        using var second = await TakeAsync(Project("b/One.csproj"));
    }

    [Fact]
    public async Task A_project_that_cannot_be_read_is_left_to_the_build()
    {
        var project = Project("One.csproj");
        await File.WriteAllTextAsync(project, "<Project");

        using var taken = await TakeAsync(project);
    }

    [Fact]
    public async Task What_was_taken_is_given_back_when_the_waiting_is_ended()
    {
        Write("a/.git");
        Write("b/.git");
        var (one, two) = (Project("a/One.csproj", "../b/Two.csproj"), Project("b/Two.csproj"));
        using var stop = new CancellationTokenSource();
        using (await TakeAsync(two))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BuildLock.TakeAsync(one, stop.Cancel, stop.Token));
        }

        using var taken = await TakeAsync(one);
    }

    private static async Task AssertWaitsAsync(string first, string second)
    {
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<BuildLock> taking;
        using (await TakeAsync(first))
        {
            taking = BuildLock.TakeAsync(second, () => waits.TrySetResult(), CancellationToken.None);
            await waits.Task;
            Assert.False(taking.IsCompleted);
        }

        (await taking).Dispose();
    }

    private static Task<BuildLock> TakeAsync(string project) => BuildLock.TakeAsync(project, () => throw new InvalidOperationException("It waits."), CancellationToken.None);

    private string Project(string path, string? reference = null)
    {
        var references = reference is null ? "" : $"""<ItemGroup><ProjectReference Include="{reference}" /></ItemGroup>""";
        return Write(path, $"""<Project Sdk="Microsoft.NET.Sdk">{references}</Project>""");
    }

    private string Write(string path, string text = "")
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
