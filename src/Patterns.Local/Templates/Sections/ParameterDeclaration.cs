using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sections;

/// <summary>One entry of the section 'Parameters'.</summary>
internal sealed record ParameterDeclaration(string Name, string Type, SourceLocation Location)
{
    private static readonly string[] Types = ["String", "Number", "List<Number>", "CommaDelimitedList"];

    private static readonly string[] Keys =
    [
        "Type", "Default", "AllowedValues", "AllowedPattern", "ConstraintDescription", "Description", "MaxLength",
        "MaxValue", "MinLength", "MinValue", "NoEcho",
    ];

    public ScalarNode? Default { get; private init; }

    public IReadOnlyList<string>? AllowedValues { get; private init; }

    public string? AllowedPattern { get; private init; }

    public string? ConstraintDescription { get; private init; }

    public decimal? MinLength { get; private init; }

    public decimal? MaxLength { get; private init; }

    public decimal? MinValue { get; private init; }

    public decimal? MaxValue { get; private init; }

    public bool IsSecret { get; private init; }

    public bool IsNumber => Type is "Number" or "List<Number>";

    public bool IsList => Type == "CommaDelimitedList" || Type.Contains("List<", StringComparison.Ordinal);

    /// <summary>True when the default is not a value but the name of a value that is kept elsewhere.</summary>
    public bool IsStoreName => Type.StartsWith("AWS::SSM::Parameter::Value<", StringComparison.Ordinal);

    public static ParameterDeclaration Read(MappingEntry entry, MappingNode body, DiagnosticBag diagnostics)
    {
        ReportUnknownKeys(entry.Key, body, diagnostics);
        var reader = new NodeReader(body, $"parameter '{entry.Key}'", diagnostics);
        return new ParameterDeclaration(entry.Key, ReadType(entry, body, reader, diagnostics), entry.KeyLocation)
        {
            Default = reader.Text("Default") is null ? null : (ScalarNode)body["Default"]!,
            AllowedValues = reader.List("AllowedValues")?.Items.OfType<ScalarNode>().Select(value => value.Text).ToList(),
            AllowedPattern = reader.Text("AllowedPattern"),
            ConstraintDescription = reader.Text("ConstraintDescription"),
            MinLength = reader.Number("MinLength"),
            MaxLength = reader.Number("MaxLength"),
            MinValue = reader.Number("MinValue"),
            MaxValue = reader.Number("MaxValue"),
            IsSecret = reader.Flag("NoEcho") ?? false,
        };
    }

    private static string ReadType(MappingEntry entry, MappingNode body, NodeReader reader, DiagnosticBag diagnostics)
    {
        var type = reader.Text("Type");
        if (type is null)
        {
            diagnostics.Add(entry.KeyLocation, $"parameter '{entry.Key}' needs the key 'Type'", "for example 'Type: String'");
            return "String";
        }

        var isKnown = Types.Contains(type)
            || type.StartsWith("AWS::", StringComparison.Ordinal)
            || type.StartsWith("List<AWS::", StringComparison.Ordinal);
        if (!isKnown)
        {
            var hint = Suggestion.For(type, Types) ?? $"use one of {string.Join(", ", Types)}";
            diagnostics.Add(body["Type"]!.Location, $"parameter '{entry.Key}' has the unknown type '{type}'", hint);
        }

        return type;
    }

    private static void ReportUnknownKeys(string name, MappingNode body, DiagnosticBag diagnostics)
    {
        foreach (var key in body.Entries.Where(key => !Keys.Contains(key.Key)))
        {
            diagnostics.Add(key.KeyLocation, $"'{key.Key}' is no key of parameter '{name}'", Suggestion.For(key.Key, Keys));
        }
    }
}
