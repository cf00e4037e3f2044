namespace OneWayChain.Demo;

/// <summary>The documents that will be handed in.</summary>
internal static class Pile
{
    private static readonly string[] Words = ["order", "form", "of", "the", "month", "delivery", "note", "invoice", "paid", "received", "with", "thanks"];

    /// <summary>The same documents for the same seed. Of twenty, one each is empty, unreadable, for the full shelf, or too much for the scanner.</summary>
    public static IReadOnlyList<Document> Create(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => Create(number, random))];
    }

    private static Document Create(int number, Random random)
    {
        var id = $"document-{number:D4}";
        var title = $"{(char)('A' + random.Next(25))} {number}";
        var text = string.Join(' ', random.GetItems(Words, random.Next(3, 40)));
        return (number % 20) switch
        {
            3 => new Document(id, title, "", null),
            7 => new Document(id, title, text + " ???", null),
            11 => new Document(id, "Z " + number, text, null),
            13 => new Document(id, title, text, "busy"),
            17 => new Document(id, title, text, "broken"),
            _ => new Document(id, title, text, null),
        };
    }
}
