namespace OneWayChain.Demo;

internal sealed record ArchivedDocument(string Id, string Shelf, int Words, string LongestWord)
{
    /// <summary>What the chain must make of the document, found out by the demo itself.</summary>
    public static ArchivedDocument Of(Document document)
    {
        var count = 0;
        var longest = "";
        foreach (var word in document.Text.Split(' '))
        {
            count += word.Length > 0 ? 1 : 0;
            var isLonger = word.Length > longest.Length || (word.Length == longest.Length && string.CompareOrdinal(word, longest) < 0);
            longest = isLonger ? word : longest;
        }

        return new ArchivedDocument(document.Id, document.Title[..1], count, longest);
    }
}
