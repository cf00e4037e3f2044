using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sections;

/// <summary>The sections of a template.</summary>
internal sealed class TemplateDocument
{
    public const string ServerlessTransform = "AWS::Serverless-2016-10-31";
    private const string LanguageExtensions = "AWS::LanguageExtensions";

    private static readonly string[] Names =
    [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Transform", "Globals", "Parameters", "Rules", "Mappings",
        "Conditions", "Resources", "Outputs", "Hooks",
    ];

    private readonly MappingNode _root;
    private readonly DiagnosticBag _diagnostics;

    public TemplateDocument(MappingNode root, DiagnosticBag diagnostics, DiagnosticBag warnings)
    {
        _root = root;
        _diagnostics = diagnostics;
        ReportUnknownSections();
        ReportVersion();
        ReportUnevaluated(warnings);
        HasServerlessTransform = ReadTransforms();
    }

    public SourceLocation Location => _root.Location;

    /// <summary>Whether the template asks for the SAM transform, which the types <c>AWS::Serverless::*</c> need.</summary>
    public bool HasServerlessTransform { get; }

    public MappingNode Section(string name)
    {
        if (_root[name] is not { } section || section is InvalidNode)
        {
            return MappingNode.Empty(_root.Location);
        }

        if (section is MappingNode mapping)
        {
            return mapping;
        }

        _diagnostics.Add(section.Location, $"the section '{name}' must be a mapping, and this is {section.Kind}");
        return MappingNode.Empty(section.Location);
    }

    private void ReportUnknownSections()
    {
        foreach (var entry in _root.Entries.Where(entry => !Names.Contains(entry.Key)))
        {
            var hint = Suggestion.For(entry.Key, Names) ?? $"sections are {string.Join(", ", Names)}";
            _diagnostics.Add(entry.KeyLocation, $"'{entry.Key}' is no section of a template", hint);
        }

        if (_root["Resources"] is null)
        {
            _diagnostics.Add(_root.Location, "the template has no section 'Resources'", "add one with at least one resource");
        }
    }

    private void ReportVersion()
    {
        if (_root["AWSTemplateFormatVersion"] is { IsInvalid: false } version and not ScalarNode { Text: "2010-09-09" })
        {
            _diagnostics.Add(version.Location, "the only template format version is '2010-09-09'");
        }
    }

    private void ReportUnevaluated(DiagnosticBag warnings)
    {
        foreach (var name in (string[])["Rules", "Hooks"])
        {
            if (_root.Find(name) is { } entry)
            {
                warnings.Add(entry.KeyLocation, $"the section '{name}' is not evaluated here");
            }
        }
    }

    private bool ReadTransforms()
    {
        var transforms = _root["Transform"] switch
        {
            null => [],
            SequenceNode several => several.Items,
            var one => [one],
        };
        foreach (var transform in transforms.Where(transform => !transform.IsInvalid))
        {
            Check(transform);
        }

        return transforms.Any(transform => transform is ScalarNode { Text: ServerlessTransform });
    }

    private void Check(TemplateNode transform)
    {
        if (transform is ScalarNode { Text: ServerlessTransform or LanguageExtensions })
        {
            return;
        }

        var name = transform is ScalarNode scalar ? $"'{scalar.Text}'" : transform.Kind;
        var hint = Suggestion.For(name.Trim('\''), [ServerlessTransform, LanguageExtensions]) ?? $"the transforms that run here are {ServerlessTransform} and {LanguageExtensions}";
        _diagnostics.Add(transform.Location, $"transform {name} cannot run here", hint);
    }
}
