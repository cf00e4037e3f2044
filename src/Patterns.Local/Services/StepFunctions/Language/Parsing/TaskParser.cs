using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads Task states.</summary>
internal static class TaskParser
{
    public static TaskState? Read(string name, FieldReader fields, GraphScope scope)
    {
        fields.Require("Resource");
        fields.Refuse("Credentials", "Field 'Credentials' is not supported yet");
        var (timeout, heartbeat) = (fields.IntegerOrPath("TimeoutSeconds", 1), fields.IntegerOrPath("HeartbeatSeconds", 1));
        if (heartbeat?.Value >= timeout?.Value)
        {
            scope.Report.Add(fields.Node, "The value of 'HeartbeatSeconds' must be smaller than that of 'TimeoutSeconds'");
        }

        var next = StateParser.Next(name, fields, scope);
        var (retry, caught) = (FailureParser.ReadRetry(fields), FailureParser.ReadCatch(name, fields, scope));
        return ReadResource(fields) is not { } resource ? null : new TaskState
        {
            Name = name,
            InputPath = fields.Path("InputPath"),
            Parameters = fields.Template("Parameters"),
            Resource = resource,
            Timeout = timeout,
            Heartbeat = heartbeat,
            ResultSelector = fields.Template("ResultSelector"),
            ResultPath = fields.ResultPath(),
            OutputPath = fields.Path("OutputPath"),
            Assign = VariableNames.Read(fields, scope),
            Retry = retry,
            Catch = caught,
            Next = next,
        };
    }

    private static TaskResource? ReadResource(FieldReader fields)
    {
        if (fields.Text("Resource") is not { } arn)
        {
            return null;
        }

        var place = fields.Find("Resource")!;
        if (arn.StartsWith("arn:", StringComparison.Ordinal) && arn.Contains(":activity:", StringComparison.Ordinal))
        {
            fields.Report.Add(place, "Activities are not supported yet");
            return null;
        }

        if (TaskResource.Parse(arn) is not { } resource)
        {
            fields.Report.Add(place, "Value is not a valid resource ARN");
            return null;
        }

        if (fields.Report.Type == WorkflowType.Express && resource.Pattern != IntegrationPattern.RequestResponse)
        {
            var suffix = resource.ActionWithPattern[resource.Action.Length..];
            fields.Report.Add(place, $"Express state machine does not support '{suffix}' service integration");
        }

        return resource;
    }
}
