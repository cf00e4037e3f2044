namespace DataProcessing.Functions;

/// <summary>A text, as it is sent.</summary>
public sealed record Upload(string Name, string Text)
{
    public bool IsValid => Name is { Length: > 0 and <= 200 } && Text is not null;
}
