namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>A way from one state to another, with the field that names the target.</summary>
internal sealed record Transition(string From, string Field, string To, SourceNode Place);
