namespace DataProcessing.Demo;

/// <summary>The texts whose words are counted: those of a folder, and three that bring trouble.</summary>
internal sealed class Corpus
{
    private const int LongestText = 1_000_000;
    private const int EndlessWords = 50_000;

    private Corpus(string folder, IReadOnlyList<Upload> texts)
    {
        Folder = folder;
        Texts = texts;
    }

    public string Folder { get; }

    public IReadOnlyList<Upload> Texts { get; }

    /// <summary>Texts of one line, so that each is one part. None of their words may be in the result.</summary>
    public IReadOnlyList<Upload> Trouble { get; } =
    [
        new("secret.txt", "%%CONFIDENTIAL%% the merger comes in may"),
        new("trap.txt", "%%TRAP%% whoever counts these words falls over"),
        new("endless.txt", string.Join(' ', Enumerable.Range(0, EndlessWords).Select(number => $"w{number:X4}"))),
    ];

    public int Lines => Texts.Sum(text => text.Text.Count(letter => letter == '\n') + 1);

    /// <summary>The folder that CORPUS names, or else the nearest folder <c>docs</c> above the program.</summary>
    public static Corpus Find()
    {
        var folder = Environment.GetEnvironmentVariable("CORPUS") is { Length: > 0 } chosen ? chosen : FindDocs();
        if (folder is null || !Directory.Exists(folder))
        {
            throw new InvalidOperationException($"There is no folder {folder ?? "docs"} to take texts from; set CORPUS to a folder of .md or .txt files.");
        }

        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => IsText(path) && new FileInfo(path).Length <= LongestText)
            .Select(path => new Upload(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(text => text.Name, StringComparer.Ordinal)
            .ToList();
        return texts.Count > 0 ? new Corpus(folder, texts) : throw new InvalidOperationException($"There are no texts in {folder}.");
    }

    // Licences have the number of their version at the end.
    private static bool IsText(string path) => Path.GetExtension(path) is "" or ".md" or ".txt" or ['.', >= '0' and <= '9', ..];

    private static string? FindDocs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "docs")))
        {
            folder = folder.Parent;
        }

        return folder is null ? null : Path.Combine(folder.FullName, "docs");
    }
}
