using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Parsing;

/// <summary>The tags that YAML itself defines, such as <c>!!str</c>.</summary>
internal static class YamlTags
{
    private const string Prefix = "tag:yaml.org,2002:";

    public static bool IsStandard(string tag) => tag.StartsWith(Prefix, StringComparison.Ordinal);

    public static TemplateNode Apply(string tag, TemplateNode content)
    {
        var isTyped = tag[Prefix.Length..] is "int" or "float" or "bool" or "null";
        return isTyped && content is ScalarNode scalar ? CoreSchema.Resolve(scalar.Location, scalar.Text) : content;
    }
}
