using Patterns.Local.Services.StepFunctions.Integrations;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Tasks;

/// <summary>Finds what does the work of a resource.</summary>
internal interface IIntegrations
{
    /// <summary>Null when there is nothing that does it.</summary>
    IIntegration? Find(TaskResource resource);
}
