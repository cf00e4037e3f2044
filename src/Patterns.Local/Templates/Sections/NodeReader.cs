using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sections;

/// <summary>Reads typed values out of a mapping and reports those of a wrong type.</summary>
/// <param name="owner">What the mapping belongs to, in the words of an error message.</param>
internal sealed class NodeReader(MappingNode mapping, string owner, DiagnosticBag diagnostics)
{
    public string? Text(string key) => mapping[key] switch
    {
        null => null,
        ScalarNode { ScalarKind: not ScalarKind.Null } scalar => scalar.Text,
        var other => Fail<string>(other, key, "text"),
    };

    public decimal? Number(string key) => mapping[key] switch
    {
        null => null,
        ScalarNode scalar when decimal.TryParse(scalar.Text, out var number) => number,
        var other => FailValue<decimal>(other, key, "a number"),
    };

    public bool? Flag(string key) => mapping[key] switch
    {
        null => null,
        ScalarNode scalar when bool.TryParse(scalar.Text, out var flag) => flag,
        var other => FailValue<bool>(other, key, "true or false"),
    };

    public MappingNode? Mapping(string key) => mapping[key] switch
    {
        null => null,
        MappingNode found => found,
        var other => Fail<MappingNode>(other, key, "a mapping"),
    };

    public SequenceNode? List(string key) => mapping[key] switch
    {
        null => null,
        SequenceNode found => found,
        var other => Fail<SequenceNode>(other, key, "a list"),
    };

    private T? Fail<T>(TemplateNode value, string key, string wanted)
        where T : class
    {
        Report(value, key, wanted);
        return null;
    }

    private T? FailValue<T>(TemplateNode value, string key, string wanted)
        where T : struct
    {
        Report(value, key, wanted);
        return null;
    }

    private void Report(TemplateNode value, string key, string wanted)
    {
        if (!value.IsInvalid)
        {
            diagnostics.Add(value.Location, $"'{key}' of {owner} must be {wanted}, and this is {value.Kind}");
        }
    }
}
