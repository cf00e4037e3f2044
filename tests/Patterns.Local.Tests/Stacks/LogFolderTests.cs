using Patterns.Local.Stacks;

namespace Patterns.Local.Tests.Stacks;

public sealed class LogFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("patterns-logs-").FullName;

    private string Logs => Path.Combine(_root, "logs");

    [Fact]
    public void Runs_at_the_same_time_have_folders_of_their_own()
    {
        using var first = LogFolder.Take(Logs);
        using var second = LogFolder.Take(Logs);

        Assert.Equal((Logs, $"{Logs}-2"), (first.Directory, second.Directory));
    }

    [Fact]
    public void A_folder_is_free_again_when_its_run_is_over()
    {
        LogFolder.Take(Logs).Dispose();
        using var next = LogFolder.Take(Logs);

        Assert.Equal(Logs, next.Directory);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
