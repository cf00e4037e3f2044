using Patterns.Local.Functions;
using Patterns.Local.Functions.Build;

namespace Patterns.Local.Tests.Functions;

public sealed class LockFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("patterns-lock-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_that_another_process_holds_is_waited_for()
    {
        var path = Path.Combine(_folder, "one.lock");
        using var waits = new CancellationTokenSource();
        await using var held = await OpenAsync(path);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LockFile.OpenAsync(path, waits.Cancel, waits.Token));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_made()
    {
        var path = Path.Combine(_folder, "not", "there", "one.lock");

        await using var held = await OpenAsync(path);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task What_cannot_be_a_file_is_an_error_with_its_path()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        await AssertFailsAsync(_folder);
        await AssertFailsAsync(Path.Combine(file, "one.lock"));
    }

    private static async Task AssertFailsAsync(string path)
    {
        var error = await Assert.ThrowsAsync<FunctionException>(() => OpenAsync(path));

        Assert.StartsWith($"The lock {path}, by which only one run builds at a time, cannot be opened: ", error.Message);
    }

    private static Task<FileStream> OpenAsync(string path) => LockFile.OpenAsync(path, () => throw new InvalidOperationException("It waits."), CancellationToken.None);
}
