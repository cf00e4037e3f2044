using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>A number that the definition gives, or the path to it.</summary>
/// <param name="Name">The field, for errors.</param>
/// <param name="Value">Null when there is a path.</param>
/// <param name="Path">Null when there is a value.</param>
internal sealed record IntegerField(string Name, long? Value, DataPath? Path);
