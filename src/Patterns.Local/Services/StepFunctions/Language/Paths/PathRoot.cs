namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary>What a path starts at.</summary>
internal enum PathRoot
{
    /// <summary><c>$</c></summary>
    Input,

    /// <summary><c>$$</c></summary>
    Context,

    /// <summary><c>$name</c></summary>
    Variable,
}
