namespace Patterns.Local.Templates;

/// <summary>Knows the resources that exist by now; null means that the resource or attribute is not known.</summary>
internal interface IReferenceResolver
{
    string? Ref(string logicalId);

    string? GetAtt(string logicalId, string attribute);
}
