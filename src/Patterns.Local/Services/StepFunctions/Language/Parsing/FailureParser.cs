using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads <c>Retry</c> and <c>Catch</c>.</summary>
internal static class FailureParser
{
    private const long MaxDelaySeconds = 31_622_400;

    public static IReadOnlyList<Retrier> ReadRetry(FieldReader fields) =>
        [.. ReadList("Retry", fields).Select(entry => ReadRetrier(entry))];

    public static IReadOnlyList<Catcher> ReadCatch(string state, FieldReader fields, GraphScope scope) =>
        [.. ReadList("Catch", fields).Select(entry => ReadCatcher(state, entry, scope)).OfType<Catcher>()];

    private static Retrier ReadRetrier(FieldReader fields)
    {
        var interval = fields.Integer("IntervalSeconds", 1) ?? 1;
        var maxDelay = fields.Integer("MaxDelaySeconds", 1, MaxDelaySeconds);
        if (maxDelay <= interval)
        {
            fields.Report.Add(fields.Find("MaxDelaySeconds")!, "The value of 'MaxDelaySeconds' must be greater than that of 'IntervalSeconds'");
        }

        var jitter = fields.Text("JitterStrategy") ?? "NONE";
        if (jitter is not ("NONE" or "FULL"))
        {
            fields.Report.Add(fields.Find("JitterStrategy")!, "The value of field 'JitterStrategy' must be 'FULL' or 'NONE'");
        }

        fields.Text("Comment");
        var retrier = new Retrier
        {
            ErrorEquals = ReadErrors(fields),
            Interval = TimeSpan.FromSeconds(interval),
            MaxAttempts = fields.Integer("MaxAttempts", 0) ?? 3,
            BackoffRate = fields.Number("BackoffRate", 1) ?? 2,
            MaxDelay = maxDelay is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            HasJitter = jitter == "FULL",
        };
        fields.Finish();
        return retrier;
    }

    private static Catcher? ReadCatcher(string state, FieldReader fields, GraphScope scope)
    {
        fields.Require("Next");
        fields.Text("Comment");
        QueryLanguage.RefuseJsonata(fields);
        var (next, errors) = (scope.Refer(state, fields, "Next"), ReadErrors(fields));
        var catcher = next is null ? null : new Catcher
        {
            ErrorEquals = errors,
            Next = next,
            ResultPath = fields.ResultPath(),
            Assign = VariableNames.Read(fields, scope),
        };
        fields.Finish();
        return catcher;
    }

    private static IEnumerable<FieldReader> ReadList(string name, FieldReader fields)
    {
        if (fields.Find(name) is not { } list)
        {
            yield break;
        }

        if (list.Data is not ArrayData)
        {
            fields.Report.Add(list, $"The value of field '{name}' must be an array");
        }

        foreach (var item in list.Items)
        {
            if (item.Data is not ObjectData)
            {
                fields.Report.Add(item, $"An item of '{name}' must be an object");
                continue;
            }

            CheckAll(item, list, fields.Report);
            yield return new FieldReader(item, fields.Report);
        }
    }

    private static void CheckAll(SourceNode item, SourceNode list, DefinitionReport report)
    {
        var errors = item.Find("ErrorEquals")?.Items ?? [];
        if (errors.Any(error => error.Data is TextData { Value: StatesErrors.All }) && (errors.Count > 1 || !ReferenceEquals(item, list.Items[^1])))
        {
            report.Add(item, $"'{StatesErrors.All}' must appear alone, and in the last item of the array");
        }
    }

    private static IReadOnlyList<string> ReadErrors(FieldReader fields)
    {
        fields.Require("ErrorEquals");
        if (fields.Find("ErrorEquals") is not { } list)
        {
            return [];
        }

        if (list.Items.Count == 0 || list.Items.Any(item => item.Data is not TextData))
        {
            fields.Report.Add(list, "The value of field 'ErrorEquals' must be a non-empty array of strings");
        }

        return [.. list.Items.Select(item => item.Data).OfType<TextData>().Select(text => text.Value)];
    }
}
