using Patterns.Local.Templates;

namespace Patterns.Local.Stacks;

/// <summary>Creates the resources of one type.</summary>
internal interface IResourceProvisioner
{
    string Type { get; }

    /// <exception cref="Services.AwsException">The service refuses the resource.</exception>
    /// <exception cref="TemplateException">A property cannot be used here; the message has its place.</exception>
    Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties);
}
