using Patterns.Local.Services;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks;

/// <summary>Answers references from the resources that exist by now.</summary>
/// <remarks>
/// A resource that is not created here, such as a role or a type that is not emulated, has its name as reference and a
/// plausible ARN, so that what refers to it can be created.
/// </remarks>
internal sealed class StackReferences(StackModel model, PhysicalNames names, AwsEnvironment aws) : IReferenceResolver
{
    private const int LongestName = 64;

    private readonly Dictionary<string, ProvisionedResource> _provisioned = new(StringComparer.Ordinal);

    public void Add(string logicalId, ProvisionedResource resource) => _provisioned[logicalId] = resource;

    public ProvisionedResource? Find(string logicalId) => _provisioned.GetValueOrDefault(logicalId);

    public string? Ref(string logicalId) => Find(logicalId)?.Ref ?? (IsLeftOut(logicalId) ? NameOf(logicalId) : null);

    public string? GetAtt(string logicalId, string attribute)
    {
        if (Find(logicalId) is { } resource)
        {
            return resource.Attributes.GetValueOrDefault(attribute);
        }

        if (!IsLeftOut(logicalId))
        {
            return null;
        }

        return attribute.EndsWith("Arn", StringComparison.Ordinal) ? ArnOf(logicalId) : NameOf(logicalId);
    }

    private bool IsLeftOut(string logicalId) => model.Find(logicalId) is { Support: not ResourceSupport.Emulated };

    private string NameOf(string logicalId) => names.For(logicalId, LongestName);

    private string ArnOf(string logicalId)
    {
        var parts = model.Find(logicalId)!.Type.Split("::");
        var (service, kind) = (parts[1].ToLowerInvariant(), parts[^1].ToLowerInvariant());
        return aws.Arn(service, $"{kind}/{NameOf(logicalId)}");
    }
}
