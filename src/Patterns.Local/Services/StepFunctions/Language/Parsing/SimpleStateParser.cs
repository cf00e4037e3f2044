using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads Pass, Wait, Succeed and Fail states.</summary>
internal static class SimpleStateParser
{
    private static readonly string[] WaitFields = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];

    public static PassState ReadPass(string name, FieldReader fields, GraphScope scope) => new()
    {
        Name = name,
        InputPath = fields.Path("InputPath"),
        OutputPath = fields.Path("OutputPath"),
        Result = fields.Find("Result")?.Data,
        Parameters = fields.Template("Parameters"),
        ResultPath = fields.ResultPath(),
        Assign = VariableNames.Read(fields, scope),
        Next = StateParser.Next(name, fields, scope),
    };

    public static SucceedState ReadSucceed(string name, FieldReader fields) => new()
    {
        Name = name,
        InputPath = fields.Path("InputPath"),
        OutputPath = fields.Path("OutputPath"),
    };

    public static FailState ReadFail(string name, FieldReader fields) => new()
    {
        Name = name,
        Error = TextOrPath("Error", fields),
        Cause = TextOrPath("Cause", fields),
    };

    public static WaitState ReadWait(string name, FieldReader fields, GraphScope scope)
    {
        if (WaitFields.Count(fields.Has) != 1)
        {
            scope.Report.Add(fields.Node, $"Exactly one of these fields is required: [{string.Join(", ", WaitFields)}]");
        }

        return new WaitState
        {
            Name = name,
            InputPath = fields.Path("InputPath"),
            OutputPath = fields.Path("OutputPath"),
            Seconds = fields.IntegerOrPath("Seconds", 0),
            Until = ReadTimestamp(fields),
            UntilPath = fields.OptionalPath("TimestampPath"),
            Assign = VariableNames.Read(fields, scope),
            Next = StateParser.Next(name, fields, scope),
        };
    }

    private static DateTimeOffset? ReadTimestamp(FieldReader fields)
    {
        if (fields.Text("Timestamp") is not { } text)
        {
            return null;
        }

        if (Timestamp.TryParse(text, out var timestamp))
        {
            return timestamp;
        }

        fields.Report.Add(fields.Find("Timestamp")!, "The value of field 'Timestamp' must be a valid ISO-8601 extended offset date-time format string");
        return null;
    }

    private static Expression? TextOrPath(string name, FieldReader fields)
    {
        var pathName = name + "Path";
        var path = fields.Find(pathName);
        if (fields.Text(name) is { } text)
        {
            if (path is not null)
            {
                fields.Report.Add(fields.Node, $"Only one of these fields may be given: [{name}, {pathName}]");
            }

            return new LiteralExpression(new TextData(text));
        }

        if (path is null || TemplateParser.Expression(pathName, path, fields.Report) is not { } expression)
        {
            return null;
        }

        if (expression is FunctionExpression { Function.ReturnsText: false } call)
        {
            fields.Report.Add(path, $"The field '{pathName}' can not call '{call.Function.Name}', which gives no string");
        }

        return expression;
    }
}
