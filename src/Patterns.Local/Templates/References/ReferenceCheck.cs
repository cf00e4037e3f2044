using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.References;

/// <summary>Walks through what was written, also where no condition leads, and reports names that mean nothing.</summary>
internal sealed class ReferenceCheck(KnownNames names, DiagnosticBag diagnostics)
{
    public void Check(TemplateNode node)
    {
        switch (node)
        {
            case IntrinsicNode call:
                CheckCall(call);
                break;
            case SequenceNode sequence:
                CheckAll(sequence.Items);
                break;
            case MappingNode mapping:
                ReportEmpty(mapping);
                CheckAll(mapping.Entries.Select(entry => entry.Value));
                break;
        }
    }

    public void CheckDependsOn(ScalarNode name)
    {
        if (!names.IsResource(name.Text))
        {
            diagnostics.Add(name.Location, $"resource '{name.Text}' is not defined", names.SuggestResource(name.Text));
        }
    }

    private void CheckAll(IEnumerable<TemplateNode> nodes)
    {
        foreach (var node in nodes)
        {
            Check(node);
        }
    }

    private void ReportEmpty(MappingNode mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is ScalarNode { ScalarKind: ScalarKind.Null })
            {
                diagnostics.Add(entry.KeyLocation, $"'{entry.Key}' is empty", "give it a value or remove it");
            }
        }
    }

    private void CheckCall(IntrinsicNode call)
    {
        switch (call.Name)
        {
            case IntrinsicNames.Ref when call.Argument is ScalarNode name:
                CheckRef(name.Text, name.Location);
                break;
            case IntrinsicNames.GetAtt when GetAttFunction.Split(call.Argument) is var (logicalId, attribute):
                CheckGetAtt(logicalId, attribute, call.Argument.Location);
                Check(attribute);
                break;
            case IntrinsicNames.Sub when SubFunction.Split(call.Argument) is var (text, variables):
                CheckSub(text, variables);
                break;
            case IntrinsicNames.If when call.Argument is SequenceNode { Items: [ScalarNode condition, ..] }:
                names.Scope.Conditions.Holds(condition.Text, condition.Location);
                Check(call.Argument);
                break;
            default:
                Check(call.Argument);
                break;
        }
    }

    private void CheckRef(string name, SourceLocation location)
    {
        if (PseudoParameters.IsPseudo(name))
        {
            CheckPseudo(name, location);
        }
        else if (!names.Scope.Parameters.ContainsKey(name) && !names.Scope.Derived.ContainsKey(name) && !names.IsResource(name))
        {
            diagnostics.Add(location, $"resource or parameter '{name}' is not defined", names.Suggest(name));
        }
    }

    private void CheckPseudo(string name, SourceLocation location)
    {
        if (!PseudoParameters.Names.Contains(name))
        {
            diagnostics.Add(location, $"pseudo parameter '{name}' is not defined", Suggestion.For(name, PseudoParameters.Names));
        }
    }

    private void CheckGetAtt(string logicalId, TemplateNode attribute, SourceLocation location)
    {
        if (!names.IsResource(logicalId))
        {
            diagnostics.Add(location, $"resource '{logicalId}' is not defined", names.SuggestResource(logicalId));
            return;
        }

        if (names.Find(logicalId) is { } resource && attribute is ScalarNode { Text: var name }
            && ResourceSchemas.Find(resource.Type)?.Attributes is { } attributes && !attributes.Contains(name))
        {
            var hint = Suggestion.For(name, attributes) ?? $"it has {string.Join(", ", attributes)}";
            diagnostics.Add(location, $"resource '{logicalId}' ({resource.Type}) has no attribute '{name}'", hint);
        }
    }

    private void CheckSub(ScalarNode text, MappingNode variables)
    {
        Check(variables);
        foreach (var part in SubTemplate.Parse(text.Text).Where(part => part.IsVariable && variables[part.Text] is null))
        {
            CheckVariable(part.Text, text.Location);
        }
    }

    private void CheckVariable(string variable, SourceLocation location)
    {
        var dot = variable.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || names.Scope.Derived.ContainsKey(variable))
        {
            CheckRef(variable, location);
            return;
        }

        CheckGetAtt(variable[..dot], NodeFactory.Text(location, variable[(dot + 1)..]), location);
    }
}
