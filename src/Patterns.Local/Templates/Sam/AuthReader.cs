using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Reads who may call an API or a route. What cannot be told from the template is a mistake: taken for nothing, it would leave routes open.</summary>
internal sealed class AuthReader(DiagnosticBag diagnostics)
{
    private const string Property = "Auth";

    /// <summary>The property <c>Auth</c>; null when it is absent or was reported.</summary>
    /// <param name="properties">What has the property.</param>
    /// <param name="subject">The same in words, for example <c>event 'Get'</c>.</param>
    public MappingNode? Mapping(MappingNode? properties, string subject)
    {
        ReportExpression(properties?[Property], Property, subject);
        return properties?[Property] as MappingNode;
    }

    /// <summary>A name or a flag inside of <c>Auth</c>; null when it is absent or was reported.</summary>
    /// <param name="auth">The property.</param>
    /// <param name="name">The key inside of it.</param>
    /// <param name="subject">What has the property, for example <c>event 'Get'</c>.</param>
    public ScalarNode? Scalar(MappingNode? auth, string name, string subject)
    {
        ReportExpression(auth?[name], $"{Property}.{name}", subject);
        return auth?[name] is ScalarNode { ScalarKind: not ScalarKind.Null } scalar ? scalar : null;
    }

    // Constants of a wrong kind are reported with all other properties.
    private void ReportExpression(TemplateNode? node, string path, string subject)
    {
        if (node is IntrinsicNode)
        {
            diagnostics.Add(node.Location, $"'{path}' of {subject} is an expression whose value is not known yet, and without it everybody might call", "write it out, or take a parameter");
        }
    }
}
