namespace Patterns.Local.Templates.Sections;

/// <summary>Makes a stack's name from its folder's, with the letters that CloudFormation allows.</summary>
internal static class StackName
{
    private const int MaxLength = 128;

    public static string FromFolder(string directory)
    {
        var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(directory));
        var name = string.Concat(folder.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        var startsWithLetter = name.Length > 0 && char.IsAsciiLetter(name[0]);
        var allowed = startsWithLetter ? name : $"stack-{name}".TrimEnd('-');
        return allowed.Length <= MaxLength ? allowed : allowed[..MaxLength];
    }
}
