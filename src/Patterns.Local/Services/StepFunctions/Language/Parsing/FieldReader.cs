using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads the fields of one object of a definition, and reports those that nobody read.</summary>
internal sealed class FieldReader(SourceNode node, DefinitionReport report)
{
    private readonly HashSet<string> _known = [];

    public SourceNode Node => node;

    public DefinitionReport Report => report;

    public SourceNode? Find(string name)
    {
        _known.Add(name);
        return node.Find(name);
    }

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Read(name, "a string", data => (data as TextData)?.Value);

    public bool? Boolean(string name) => Read(name, "a boolean", data => (data as BooleanData)?.Value);

    public long? Integer(string name, long least, long most = 99_999_999) =>
        Read<long?>(name, $"an integer from {least} to {most}", data =>
            data is NumberData number && number.TryGetInteger(out var value) && value >= least && value <= most ? value : null);

    public double? Number(string name, double least) =>
        Read<double?>(name, $"a number of at least {least}", data => data is NumberData { Value: var value } && value >= least && double.IsFinite(value) ? value : null);

    /// <returns>The path of the field, <c>$</c> when it is absent, and null when it is null.</returns>
    public DataPath? Path(string name) => Find(name) switch
    {
        null => StateDefinition.DefaultPath,
        { Data: NullData } => null,
        { } field => Path(field) ?? StateDefinition.DefaultPath,
    };

    /// <returns>Null when the field is absent.</returns>
    public DataPath? OptionalPath(string name) => Find(name) is { } field ? Path(field) : null;

    /// <returns>The path of the field, <c>$</c> when it is absent, and null when it is null.</returns>
    public ReferencePath? ResultPath()
    {
        if (Find("ResultPath") is not { } field)
        {
            return ReferencePath.Whole;
        }

        if (field.Data is NullData || Path(field) is not { } path)
        {
            return null;
        }

        if (path.IsReference && path.Root == PathRoot.Input)
        {
            return new ReferencePath(path);
        }

        report.Add(field, $"The value of field 'ResultPath' must be a Reference Path, but was: '{path.Text}'");
        return null;
    }

    public IntegerField? IntegerOrPath(string name, long least)
    {
        if (Has(name) && Has(name + "Path"))
        {
            report.Add(node, $"Only one of these fields may be given: [{name}, {name}Path]");
        }

        if (OptionalPath(name + "Path") is { } path)
        {
            return new IntegerField(name + "Path", null, path);
        }

        return Integer(name, least) is { } value ? new IntegerField(name, value, null) : null;
    }

    public PayloadTemplate? Template(string name) => Find(name) is { } field ? TemplateParser.Parse(field, report) : null;

    /// <summary>Reports the fields that are missing in one diagnostic, as the service does.</summary>
    public void Require(params string[] names)
    {
        var missing = names.Where(name => !Has(name)).ToList();
        if (missing.Count > 0)
        {
            report.Add(node, $"These fields are required: [{string.Join(", ", missing)}]");
        }
    }

    /// <summary>Reports a field of the language that this emulation does not have.</summary>
    public void Refuse(string name, string reason)
    {
        if (Find(name) is { } field)
        {
            report.Add(field, reason);
        }
    }

    /// <summary>Reports names that are unknown here, and names that come twice.</summary>
    public void Finish()
    {
        var seen = new HashSet<string>();
        foreach (var (name, field) in node.Members)
        {
            if (!_known.Contains(name))
            {
                report.Add(field, $"Field '{name}' is not supported");
            }
            else if (!seen.Add(name))
            {
                report.Add(field, $"Field '{name}' is given more than once");
            }
        }
    }

    private DataPath? Path(SourceNode field)
    {
        try
        {
            return field.Data is TextData text ? DataPath.Parse(text.Value) : throw new PathSyntaxException("it is not a string");
        }
        catch (PathSyntaxException error)
        {
            report.Add(field, $"Value is not a valid JSONPath: {error.Message}");
            return null;
        }
    }

    private T? Read<T>(string name, string wanted, Func<JsonData, T?> read)
    {
        if (Find(name) is not { } field)
        {
            return default;
        }

        var value = read(field.Data);
        if (value is null)
        {
            report.Add(field, $"The value of field '{name}' must be {wanted}");
        }

        return value;
    }
}
