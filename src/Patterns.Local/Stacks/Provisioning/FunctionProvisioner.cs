using Patterns.Local.Functions;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes a built function known to the service and to what runs it.</summary>
internal sealed class FunctionProvisioner(
    EmulatedAccount account, IReadOnlyDictionary<string, FunctionPackage> packages, PhysicalNames names, ApiUrls urls) : IResourceProvisioner
{
    private const int LongestName = 64;

    public string Type => FunctionResource.TypeName;

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var package = packages[resource.LogicalId];
        var definition = package.Definition with
        {
            Name = properties.Text("FunctionName") ?? names.For(resource.LogicalId, LongestName),
            Environment = Variables(properties),
            DeadLetterTargetArn = properties.Map("DeadLetterConfig")?.Text("TargetArn"),
        };
        account.Functions.Add(package with { Definition = definition });
        account.Lambda.Functions.Add(definition);
        return Task.FromResult(new ProvisionedResource(definition.Name)
        {
            Name = definition.Name,
            Attributes = new Dictionary<string, string> { ["Arn"] = account.Lambda.Functions.ArnOf(definition.Name) },
        });
    }

    private Dictionary<string, string> Variables(ResourceProperties properties)
    {
        var variables = properties.Map("Environment")?.TextMap("Variables") ?? new Dictionary<string, string>();
        return variables.ToDictionary(pair => pair.Key, pair => urls.ToLocal(pair.Value));
    }
}
