using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads Parallel and Map states.</summary>
internal static class BranchParser
{
    private static readonly string[] DistributedFields =
    [
        "ItemReader", "ItemBatcher", "ResultWriter", "Label",
        "ToleratedFailureCount", "ToleratedFailureCountPath", "ToleratedFailurePercentage", "ToleratedFailurePercentagePath",
    ];

    public static ParallelState? ReadParallel(string name, FieldReader fields, GraphScope scope)
    {
        fields.Require("Branches");
        var branches = ReadBranches(fields, scope);
        var next = StateParser.Next(name, fields, scope);
        var (retry, caught) = (FailureParser.ReadRetry(fields), FailureParser.ReadCatch(name, fields, scope));
        return branches is null ? null : new ParallelState
        {
            Name = name,
            InputPath = fields.Path("InputPath"),
            Parameters = fields.Template("Parameters"),
            Branches = branches,
            ResultSelector = fields.Template("ResultSelector"),
            ResultPath = fields.ResultPath(),
            OutputPath = fields.Path("OutputPath"),
            Assign = VariableNames.Read(fields, scope),
            Retry = retry,
            Catch = caught,
            Next = next,
        };
    }

    public static MapState? ReadMap(string name, FieldReader fields, GraphScope scope)
    {
        foreach (var field in DistributedFields)
        {
            fields.Refuse(field, $"Field '{field}' belongs to the mode 'DISTRIBUTED' of Map states, which is not supported yet");
        }

        var next = StateParser.Next(name, fields, scope);
        var (retry, caught) = (FailureParser.ReadRetry(fields), FailureParser.ReadCatch(name, fields, scope));
        var selector = OneOf(fields, "ItemSelector", "Parameters");
        return ReadProcessor(fields, scope) is not { } processor ? null : new MapState
        {
            Name = name,
            InputPath = fields.Path("InputPath"),
            ItemsPath = fields.OptionalPath("ItemsPath") ?? StateDefinition.DefaultPath,
            ItemSelector = selector is null ? null : TemplateParser.Parse(selector, fields.Report),
            Processor = processor,
            MaxConcurrency = fields.IntegerOrPath("MaxConcurrency", 0),
            ResultSelector = fields.Template("ResultSelector"),
            ResultPath = fields.ResultPath(),
            OutputPath = fields.Path("OutputPath"),
            Assign = VariableNames.Read(fields, scope),
            Retry = retry,
            Catch = caught,
            Next = next,
        };
    }

    private static SourceNode? OneOf(FieldReader fields, string name, string oldName)
    {
        var (current, old) = (fields.Find(name), fields.Find(oldName));
        if (current is not null && old is not null)
        {
            fields.Report.Add(fields.Node, $"Only one of these fields may be given: [{name}, {oldName}]");
        }

        return current ?? old;
    }

    private static StateGraph? ReadProcessor(FieldReader fields, GraphScope scope)
    {
        if (OneOf(fields, "ItemProcessor", "Iterator") is not { } node)
        {
            scope.Report.Add(fields.Node, "These fields are required: [ItemProcessor]");
            return null;
        }

        if (node.Find("ProcessorConfig")?.Find("Mode") is { Data: TextData { Value: "DISTRIBUTED" } } mode)
        {
            scope.Report.Add(mode, "The mode 'DISTRIBUTED' of Map states is not supported yet");
            return null;
        }

        return ReadGraph(node, scope, allowsConfig: true);
    }

    private static List<StateGraph>? ReadBranches(FieldReader fields, GraphScope scope)
    {
        if (fields.Find("Branches") is not { } list)
        {
            return null;
        }

        if (list.Items.Count == 0)
        {
            scope.Report.Add(list, "The value of field 'Branches' must be a non-empty array");
        }

        var branches = list.Items.Select(item => ReadGraph(item, scope, allowsConfig: false)).OfType<StateGraph>().ToList();
        return branches.Count == list.Items.Count ? branches : null;
    }

    private static StateGraph? ReadGraph(SourceNode node, GraphScope scope, bool allowsConfig)
    {
        if (node.Data is not ObjectData)
        {
            scope.Report.Add(node, "The value must be an object with states");
            return null;
        }

        var fields = new FieldReader(node, scope.Report);
        fields.Require("States", "StartAt");
        fields.Text("Comment");
        if (allowsConfig && fields.Find("ProcessorConfig") is { } config)
        {
            ReadConfig(new FieldReader(config, scope.Report));
        }

        if (!QueryLanguage.IsSupported(fields))
        {
            return null;
        }

        var graph = GraphParser.Read(fields, scope.Variables);
        fields.Finish();
        return graph;
    }

    private static void ReadConfig(FieldReader config)
    {
        if (config.Text("Mode") is { } mode && mode != "INLINE")
        {
            config.Report.Add(config.Find("Mode")!, "The value of field 'Mode' must be 'INLINE' or 'DISTRIBUTED'");
        }

        config.Finish();
    }
}
