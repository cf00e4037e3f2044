namespace Patterns.Local.Services.StepFunctions.Language;

/// <summary>One fault of a definition.</summary>
/// <param name="Code">
/// The service's code: <c>INVALID_JSON_DESCRIPTION</c>, <c>SCHEMA_VALIDATION_FAILED</c> or <c>MISSING_TRANSITION_TARGET</c>.
/// </param>
/// <param name="Message">What is wrong.</param>
/// <param name="Location">The place as the service names it: <c>/States/Pay/Next</c>, <c>/</c> for the whole.</param>
/// <param name="Line">The line of the definition's text, from 1.</param>
/// <param name="Column">The column of the definition's text, from 1.</param>
internal sealed record DefinitionDiagnostic(string Code, string Message, string Location, int Line, int Column)
{
    public const string InvalidJson = "INVALID_JSON_DESCRIPTION";
    public const string SchemaValidationFailed = "SCHEMA_VALIDATION_FAILED";
    public const string MissingTransitionTarget = "MISSING_TRANSITION_TARGET";

    /// <summary>The form of the service's <c>InvalidDefinition</c> error.</summary>
    public override string ToString() => $"{Code}: {Message} at {Location}";
}
