namespace OneWayChain.Demo;

/// <summary>How the chain of a document must end.</summary>
/// <param name="FailedStep">The step that fails; null for a chain that completes.</param>
/// <param name="Cause">What the failure record must say.</param>
internal sealed record Expectation(string? FailedStep, string? Cause)
{
    private const string TriesUsedUp = "It was not handled within the tries that its queue allows.";

    public static Expectation Of(Document document) => document switch
    {
        { Text: "" } => new("validate", "The document has no text."),
        { Scanner: "broken" } => new("validate", TriesUsedUp),
        _ when document.Text.Contains("???") => new("index", "The document is in no known language."),
        _ when document.Title[0] == 'Z' => new("archive", "Shelf Z is full."),
        _ => new(null, null),
    };

    /// <summary>Whether a failure is not the document's: its function was killed or took too long, once or until the queue's tries were used up.</summary>
    public bool IsAccident(Failure failure) => (failure.Step, failure.Cause) != (FailedStep, Cause) && (IsPlatforms(failure.Exception) || failure.Cause == TriesUsedUp);

    private static bool IsPlatforms(string exception) =>
        exception.StartsWith("Runtime.", StringComparison.Ordinal) || exception.StartsWith("Sandbox.", StringComparison.Ordinal);
}
