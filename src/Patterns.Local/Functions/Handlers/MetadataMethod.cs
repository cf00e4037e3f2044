namespace Patterns.Local.Functions.Handlers;

/// <param name="Name">The method's name.</param>
/// <param name="Signature">Its parameters, by which an override is told from an overload.</param>
/// <param name="ParameterCount">How many parameters it takes.</param>
/// <param name="IsPublic">Whether it can be offered as a handler.</param>
internal sealed record MetadataMethod(string Name, string Signature, int ParameterCount, bool IsPublic);
