using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Does what a Task state asks another service for.</summary>
internal interface IIntegration
{
    /// <summary>Sends the request.</summary>
    /// <returns>The response as the state sees it.</returns>
    /// <exception cref="IntegrationException">The service refused, or the work failed.</exception>
    Task<JsonData> RequestAsync(IntegrationRequest request, CancellationToken cancellationToken);
}
