namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>An integration whose work goes on after the response: the pattern <c>.sync</c>.</summary>
internal interface IJobIntegration : IIntegration
{
    /// <exception cref="IntegrationException">The service refused.</exception>
    Task<SubmittedJob> SubmitAsync(IntegrationRequest request, CancellationToken cancellationToken);
}
