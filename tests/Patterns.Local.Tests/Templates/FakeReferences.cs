using Patterns.Local.Templates;

namespace Patterns.Local.Tests.Templates;

/// <summary>Every resource exists; its reference and attributes spell out what was asked for.</summary>
internal sealed class FakeReferences : IReferenceResolver
{
    public string Ref(string logicalId) => $"({logicalId})";

    public string GetAtt(string logicalId, string attribute) => $"({logicalId}.{attribute})";
}
