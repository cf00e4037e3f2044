namespace Patterns.Local.Services.Objects;

/// <summary>Buckets as folders and objects as files: <c>{root}/{bucket}/{key}</c>. There is no S3 API on top of it.</summary>
internal sealed class FolderObjects(string root) : IObjectSink
{
    private const string Partial = ".partial";

    public string Root => root;

    public string FolderOf(string bucket) => Path.Combine(root, Segment(bucket));

    /// <summary>Makes the bucket empty: as all resources of a run, it begins with nothing in it.</summary>
    public void CreateBucket(string bucket)
    {
        var folder = FolderOf(bucket);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }

    public void Put(string bucket, string key, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine([FolderOf(bucket), .. key.Split('/').Select(Segment)]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = Path.Combine(Directory.CreateDirectory(Path.Combine(root, Partial)).FullName, Guid.NewGuid().ToString("N"));
        using (var file = File.Create(partial))
        {
            file.Write(content);
        }

        File.Move(partial, path, overwrite: true);
    }

    // A key may hold anything; what a file name cannot hold, or what would lead out of the folder, is percent-encoded.
    private static string Segment(string segment) => segment switch
    {
        "" => "%",
        "." or ".." or Partial => segment.Replace(".", "%2E", StringComparison.Ordinal),
        _ when segment.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0 => segment,
        _ => string.Concat(segment.Select(Encoded)),
    };

    private static string Encoded(char character) =>
        Path.GetInvalidFileNameChars().Contains(character) ? $"%{(int)character:X2}" : character.ToString();
}
