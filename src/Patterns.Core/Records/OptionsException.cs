namespace Patterns;

/// <summary>Options are out of range. The message lists every mistake, so that one deployment shows them all.</summary>
public sealed class OptionsException : Exception
{
    /// <summary>Makes the exception.</summary>
    public OptionsException(string optionsName, IReadOnlyList<string> mistakes)
        : base($"{optionsName}: {string.Join(" ", mistakes)}")
    {
        Mistakes = mistakes;
    }

    /// <summary>One sentence a mistake.</summary>
    public IReadOnlyList<string> Mistakes { get; }
}
