namespace EventDriven.Functions.Http;

/// <summary>The name of something or somebody.</summary>
internal static class Name
{
    public static bool IsValid(string? text) => text is { Length: > 0 and <= 40 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
