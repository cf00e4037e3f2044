namespace Patterns.Translation.Internal;

/// <summary>Namespaces that XML itself has.</summary>
internal static class XmlNames
{
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    public const string Declarations = "http://www.w3.org/2000/xmlns/";
}
