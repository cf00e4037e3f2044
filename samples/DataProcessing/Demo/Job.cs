namespace DataProcessing.Demo;

internal sealed record Job(string Id, int LinesPerPart, IReadOnlyList<Document> Documents);
