using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sections;

/// <summary>Gives every declared parameter its value: the caller's, else the default.</summary>
internal sealed class ParameterSection(MappingNode section, TemplateParameters given, SourceLocation file, DiagnosticBag diagnostics)
{
    public IReadOnlyDictionary<string, ResolvedParameter> Read()
    {
        ReportUnknownNames();
        return section.Entries.Select(Resolve).ToDictionary(parameter => parameter.Name);
    }

    private void ReportUnknownNames()
    {
        foreach (var name in given.Values.Keys.Where(name => section[name] is null))
        {
            diagnostics.Add(file, $"the template has no parameter '{name}'", Suggestion.For(name, section.Keys) ?? KnownNames());
        }
    }

    private string KnownNames() =>
        section.Entries.IsEmpty ? "it declares none" : $"it declares {string.Join(", ", section.Keys.Select(name => $"'{name}'"))}";

    private ResolvedParameter Resolve(MappingEntry entry)
    {
        if (entry.Value is not MappingNode body)
        {
            diagnostics.Add(entry.KeyLocation, $"parameter '{entry.Key}' must be a mapping with the key 'Type', and this is {entry.Value.Kind}");
            return new ResolvedParameter(entry.Key, new InvalidNode(entry.KeyLocation), IsSecret: false, entry.KeyLocation);
        }

        var declaration = ParameterDeclaration.Read(entry, body, diagnostics);
        var value = Value(declaration);
        return new ResolvedParameter(entry.Key, value, declaration.IsSecret, entry.KeyLocation);
    }

    private TemplateNode Value(ParameterDeclaration declaration)
    {
        if (given.Values.TryGetValue(declaration.Name, out var text))
        {
            return new ParameterValue(declaration, diagnostics).Check(text, declaration.Location);
        }

        if (declaration.Default is { } byDefault && !declaration.IsStoreName)
        {
            return new ParameterValue(declaration, diagnostics).Check(byDefault.Text, byDefault.Location);
        }

        var why = declaration.IsStoreName ? "is read from the parameter store, which is not emulated yet" : "has no value";
        diagnostics.Add(declaration.Location, $"parameter '{declaration.Name}' {why}", $"add --parameter {declaration.Name}=VALUE");
        return new InvalidNode(declaration.Location);
    }
}
