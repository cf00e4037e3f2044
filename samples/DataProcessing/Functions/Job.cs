namespace DataProcessing.Functions;

/// <summary>What is asked for: the words of these documents, counted in parts of so many lines.</summary>
public sealed record Job(string Id, int LinesPerPart, IReadOnlyList<Document> Documents)
{
    public bool IsValid =>
        Id is { Length: > 0 and <= 100 }
        && LinesPerPart is > 0 and <= 10_000
        && Documents is { Count: > 0 and <= 1000 }
        && Documents.All(document => document is { Name.Length: > 0 and <= 200, Id.Length: > 0 and <= 100 });
}
