namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary>What an event tells; one record for each form that the service has.</summary>
internal abstract record EventDetails;
