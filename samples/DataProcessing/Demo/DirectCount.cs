namespace DataProcessing.Demo;

/// <summary>The same count on one machine, letter by letter: a word is what letters and digits make without anything between them.</summary>
internal static class DirectCount
{
    public static Dictionary<string, int> Of(IEnumerable<Upload> texts)
    {
        var counts = new Dictionary<string, int>();
        foreach (var text in texts)
        {
            Add(text.Text, counts);
        }

        return counts;
    }

    private static void Add(string text, Dictionary<string, int> counts)
    {
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var isInWord = index < text.Length && char.IsLetterOrDigit(text[index]);
            if (isInWord && start < 0)
            {
                start = index;
            }
            else if (!isInWord && start >= 0)
            {
                var word = text[start..index].ToLowerInvariant();
                counts[word] = counts.GetValueOrDefault(word) + 1;
                start = -1;
            }
        }
    }
}
