using Patterns.Local.Services.Objects;

namespace Patterns.Local.Tests.Services.Objects;

public sealed class FolderObjectsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("patterns-objects-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_key_is_a_path_below_its_bucket_and_never_leads_out_of_it()
    {
        var objects = new FolderObjects(_root);

        objects.Put("logs", "2026/01/a", "1"u8);
        objects.Put("logs", "../../b//c", "2"u8);

        Assert.Equal("1", File.ReadAllText(Path.Combine(_root, "logs", "2026", "01", "a")));
        Assert.Equal("2", File.ReadAllText(Path.Combine(_root, "logs", "%2E%2E", "%2E%2E", "b", "%", "c")));
    }

    [Fact]
    public void A_bucket_that_is_created_is_empty()
    {
        var objects = new FolderObjects(_root);
        objects.Put("logs", "old", "1"u8);

        objects.CreateBucket("logs");

        Assert.Empty(Directory.EnumerateFileSystemEntries(objects.FolderOf("logs")));
    }
}
