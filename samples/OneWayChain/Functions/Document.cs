namespace OneWayChain.Functions;

/// <summary>A document as it is handed in. The scanner is how the one that looks for viruses behaves: busy, broken, or not at all.</summary>
public sealed record Document(string Id, string Title, string Text, string? Scanner)
{
    public bool IsComplete => !string.IsNullOrWhiteSpace(Id) && !string.IsNullOrWhiteSpace(Title) && Text is not null;
}
