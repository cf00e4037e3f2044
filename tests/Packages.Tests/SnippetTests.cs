using System.Text.RegularExpressions;

namespace Packages.Tests;

/// <summary>Every C# fence in the docs stands in docs/snippets, which compiles.</summary>
public sealed partial class SnippetTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or ".patterns" or ".git"))
            .Where(file => File.ReadAllText(Repository.Path(file)).Contains("```csharp", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_is_a_snippet_that_compiles(string page)
    {
        var text = Repository.Read(page);
        var fences = Fence().Matches(text);

        Assert.Equal(CSharpFence().Count(text), fences.Count);
        Assert.All(fences, fence => Assert.Equal(Snippet(fence.Groups["name"].Value), fence.Groups["code"].Value.Trim()));
    }

    private static string Snippet(string name)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("docs", "snippets", "Snippets"), "*.cs"))
        {
            var match = Regex.Match(
                File.ReadAllText(file),
                $@"^ *// snippet: {Regex.Escape(name)}\n(?<code>.*?)\n *// end$",
                RegexOptions.Singleline | RegexOptions.Multiline,
                TimeSpan.FromSeconds(5));
            if (match.Success)
            {
                return Unindent(match.Groups["code"].Value);
            }
        }

        throw new InvalidOperationException($"There is no snippet '{name}' in docs/snippets.");
    }

    private static string Unindent(string code)
    {
        var lines = code.Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : "")).Trim();
    }

    [GeneratedRegex(@"<!-- snippet: (?<name>[\w-]+) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline, 5000)]
    private static partial Regex Fence();

    [GeneratedRegex("```csharp", RegexOptions.None, 5000)]
    private static partial Regex CSharpFence();
}
