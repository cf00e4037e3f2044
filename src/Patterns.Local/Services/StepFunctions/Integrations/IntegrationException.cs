using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>A task failed, with the error that retries and catchers see.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is never raised without an error.")]
internal sealed class IntegrationException(StatesError error) : Exception(error.Error)
{
    public StatesError Error => error;

    /// <summary>A mistake in the definition or the data that it makes parameters of.</summary>
    public static IntegrationException Runtime(string cause) => new(new StatesError(StatesErrors.Runtime, cause));
}
