using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.References;

/// <summary>Refuses references that CloudFormation resolves from secret and parameter stores while it deploys.</summary>
internal sealed class SecretCheck(DiagnosticBag diagnostics)
{
    private const string Opening = "{{resolve:";

    public void Check(TemplateNode node)
    {
        switch (node)
        {
            case ScalarNode scalar when scalar.Text.Contains(Opening, StringComparison.Ordinal):
                diagnostics.Add(scalar.Location, $"the dynamic reference '{Shown(scalar.Text)}' cannot be resolved here", "use a parameter and pass it with --parameter");
                break;
            case IntrinsicNode call:
                Check(call.Argument);
                break;
            case SequenceNode sequence:
                CheckAll(sequence.Items);
                break;
            case MappingNode mapping:
                CheckAll(mapping.Entries.Select(entry => entry.Value));
                break;
        }
    }

    private void CheckAll(IEnumerable<TemplateNode> nodes)
    {
        foreach (var node in nodes)
        {
            Check(node);
        }
    }

    private static string Shown(string text)
    {
        var start = text.IndexOf(Opening, StringComparison.Ordinal);
        var end = text.IndexOf("}}", start, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..(end + 2)];
    }
}
