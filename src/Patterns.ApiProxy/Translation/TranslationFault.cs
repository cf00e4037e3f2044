namespace Patterns.Translation;

/// <summary>What is wrong with a document.</summary>
public enum TranslationFault
{
    /// <summary>It is not well-formed, or not in its encoding.</summary>
    Malformed,

    /// <summary>It, or what it becomes, has more bytes than <see cref="TranslationLimits.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>It is nested deeper than <see cref="TranslationLimits.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>It has what is refused wherever it comes from: a document type, a processing instruction, a member twice.</summary>
    Forbidden,

    /// <summary>It is well-formed, and differs from what is declared.</summary>
    Mismatch,
}
