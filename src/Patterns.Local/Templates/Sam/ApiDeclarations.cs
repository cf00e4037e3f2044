using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>The APIs that the template declares, and what its globals say about those that SAM makes by itself.</summary>
/// <param name="httpApiGlobals">What the section 'Globals' says about HTTP APIs; the one that SAM makes by itself has nothing else.</param>
/// <param name="restApiGlobals">The same of REST APIs.</param>
/// <param name="declared">The resources of the template, with their properties folded.</param>
internal sealed class ApiDeclarations(MappingNode httpApiGlobals, MappingNode restApiGlobals, IReadOnlyCollection<ResourceDeclaration> declared)
{
    private readonly Dictionary<string, MappingNode> _apis = declared
        .Where(resource => resource.Type is "AWS::Serverless::HttpApi" or "AWS::Serverless::Api")
        .ToDictionary(resource => resource.LogicalId, resource => resource.Properties);

    private readonly HashSet<string> _ids = [.. declared.Select(resource => resource.LogicalId)];

    public MappingNode HttpApiGlobals { get; } = httpApiGlobals;

    public MappingNode RestApiGlobals { get; } = restApiGlobals;

    /// <summary>The logical id in a reference to an API; null when it is none.</summary>
    public static string? IdIn(TemplateNode? api) => api is IntrinsicNode { Name: IntrinsicNames.Ref, Argument: ScalarNode { Text: var id } } ? id : null;

    /// <summary>The properties of an API that is declared as one of SAM; null when there is none of that id.</summary>
    public MappingNode? Find(string logicalId) => _apis.GetValueOrDefault(logicalId);

    /// <summary>Whether the template has a resource of the id, of whatever type.</summary>
    public bool Declares(string logicalId) => _ids.Contains(logicalId);
}
