namespace Patterns.Local.Templates.Intrinsics;

/// <summary>The text of <c>Fn::Sub</c>, cut into literals and variables.</summary>
internal static class SubTemplate
{
    /// <summary>A piece of the text; a variable's text is its name.</summary>
    internal readonly record struct Part(string Text, bool IsVariable);

    public static IEnumerable<Part> Parse(string text)
    {
        var position = 0;
        while (text.IndexOf("${", position, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf('}', start) is >= 0 and var end)
        {
            if (start > position)
            {
                yield return new Part(text[position..start], IsVariable: false);
            }

            yield return Placeholder(text[(start + 2)..end]);
            position = end + 1;
        }

        if (position < text.Length)
        {
            yield return new Part(text[position..], IsVariable: false);
        }
    }

    private static Part Placeholder(string content) =>
        content.StartsWith('!') ? new Part($"${{{content[1..]}}}", IsVariable: false) : new Part(content.Trim(), IsVariable: true);
}
