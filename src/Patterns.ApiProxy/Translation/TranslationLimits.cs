namespace Patterns.Translation;

/// <summary>How much of a document is read, and how much may become of it.</summary>
public sealed class TranslationLimits
{
    private const int LambdaPayloadBytes = 6_291_456;

    /// <summary>
    /// The bytes of a document, and of what it is translated into. Default: 6 MiB, since a function neither gets nor returns more.
    /// </summary>
    /// <remarks>Source: docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, November 2026.</remarks>
    public int MaxBytes { get; init; } = LambdaPayloadBytes;

    /// <summary>How deep elements, objects and arrays may be nested. Default: 64.</summary>
    public int MaxDepth { get; init; } = 64;

    internal static TranslationLimits Default { get; } = new();

    internal TranslationLimits Validated()
    {
        var mistakes = new List<string>();
        if (MaxBytes < 1)
        {
            mistakes.Add($"{nameof(MaxBytes)} must be at least 1, but is {MaxBytes}.");
        }

        if (MaxDepth is < 1 or > 1000)
        {
            mistakes.Add($"{nameof(MaxDepth)} must be 1 to 1,000, but is {MaxDepth}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(TranslationLimits), mistakes);
    }
}
