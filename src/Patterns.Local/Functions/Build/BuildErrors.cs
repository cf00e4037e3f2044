using System.Text;
using System.Text.RegularExpressions;

namespace Patterns.Local.Functions.Build;

/// <summary>Picks the errors out of what a build printed.</summary>
internal static partial class BuildErrors
{
    private const int Most = 20;

    /// <summary>One message with every error once, each with file and line relative to <paramref name="shownFrom"/>.</summary>
    public static string Describe(string project, string output, string shownFrom)
    {
        var errors = new List<string>();
        foreach (Match match in ErrorLine().Matches(output))
        {
            var place = Place(match.Groups["place"].Value.Trim(), shownFrom);
            var error = $"{place}: {match.Groups["text"].Value.Trim()}";
            if (!errors.Contains(error))
            {
                errors.Add(error);
            }
        }

        var message = new StringBuilder($"{Path.GetFileNameWithoutExtension(project)} does not build:");
        foreach (var error in errors.Count > 0 ? errors.Take(Most) : [output.Trim()])
        {
            message.Append("\n  ").Append(error);
        }

        return errors.Count > Most ? message.Append($"\n  and {errors.Count - Most} more").ToString() : message.ToString();
    }

    private static string Place(string place, string shownFrom)
    {
        var bracket = place.IndexOf('(', StringComparison.Ordinal);
        var file = bracket < 0 ? place : place[..bracket];
        return Path.IsPathRooted(file) ? Path.GetRelativePath(shownFrom, file) + place[file.Length..] : place;
    }

    [GeneratedRegex(@"^(?<place>[^\n]*?)\s*: error (?<text>[^\n]*?)(?: \[[^\]\n]*\])?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorLine();
}
