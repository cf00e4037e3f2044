using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Lists what an OpenAPI definition says to the service and has no effect here.</summary>
/// <param name="expansion">Where findings go.</param>
/// <param name="subject">The API in words, for example <c>resource 'Orders' (AWS::Serverless::HttpApi)</c>.</param>
internal sealed class OpenApiCheck(Expansion expansion, string subject)
{
    private const string Prefix = "x-amazon-apigateway-";
    private const string Integration = $"{Prefix}integration";

    // They have their effect, are refused, or mean nothing on one machine.
    private static readonly string[] s_quiet = ["any-method", "auth", "documentation", "importexport-version", "integration", "policy", "tag-value"];

    private static readonly string[] s_ofIntegration =
        ["cacheKeyParameters", "cacheNamespace", "connectionId", "connectionType", "contentHandling", "requestParameters", "responseParameters", "tlsConfig"];

    /// <param name="properties">The properties of the API.</param>
    /// <param name="property">The one that has the definition.</param>
    public void Check(MappingNode properties, string property)
    {
        if (properties[property] is not MappingNode definition)
        {
            return;
        }

        CheckExtensions(definition, property);
        foreach (var path in (definition["paths"] as MappingNode)?.Entries ?? [])
        {
            CheckPath(path, $"{property}.paths.{path.Key}");
        }
    }

    private void CheckPath(MappingEntry path, string name)
    {
        if (path.Value is not MappingNode operations)
        {
            return;
        }

        CheckExtensions(operations, name);
        foreach (var entry in operations.Entries)
        {
            if (entry.Value is MappingNode operation)
            {
                CheckExtensions(operation, $"{name}.{entry.Key}");
                CheckIntegration(operation, $"{name}.{entry.Key}.{Integration}");
            }
        }
    }

    private void CheckIntegration(MappingNode operation, string name)
    {
        foreach (var entry in (operation[Integration] as MappingNode)?.Entries.Where(entry => s_ofIntegration.Contains(entry.Key)) ?? [])
        {
            Warn(entry, name);
        }
    }

    private void CheckExtensions(MappingNode part, string name)
    {
        foreach (var entry in part.Entries.Where(entry => entry.Key.StartsWith(Prefix, StringComparison.Ordinal) && !s_quiet.Contains(entry.Key[Prefix.Length..])))
        {
            Warn(entry, name);
        }
    }

    private void Warn(MappingEntry entry, string name) =>
        expansion.Warnings.Add(entry.KeyLocation, $"property '{name}.{entry.Key}' of {subject} is not emulated yet and has no effect");
}
