using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Services.StepFunctions.Wire;

/// <summary>Writes an event of a history in the service's form.</summary>
/// <param name="json">The answer.</param>
/// <param name="hasData">Whether inputs and outputs are written.</param>
internal sealed class HistoryEventJson(Utf8JsonWriter json, bool hasData)
{
    public void Write(HistoryEvent happened)
    {
        json.WriteStartObject();
        json.WriteTime("timestamp", happened.Timestamp);
        json.WriteString("type", happened.Type.ToString());
        json.WriteNumber("id", happened.Id);
        json.WriteNumber("previousEventId", happened.PreviousEventId);
        if (happened.Details is { } details)
        {
            json.WriteStartObject(NameOf(happened.Type, details));
            WriteDetails(details);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // States have one form for all their kinds, everything else has one of its own.
    private static string NameOf(HistoryEventType type, EventDetails details)
    {
        if (details is StateEnteredDetails)
        {
            return "stateEnteredEventDetails";
        }

        if (details is StateExitedDetails)
        {
            return "stateExitedEventDetails";
        }

        var name = type.ToString();
        return $"{char.ToLowerInvariant(name[0])}{name[1..]}EventDetails";
    }

    private void WriteDetails(EventDetails details)
    {
        switch (details)
        {
            case ExecutionStartedDetails started:
                WriteData("input", started.Input);
                json.WriteString("roleArn", started.RoleArn);
                break;
            case ExecutionSucceededDetails succeeded:
                WriteData("output", succeeded.Output);
                break;
            case ExecutionEndedDetails ended:
                WriteError(ended.Error, ended.Cause);
                break;
            case StateEnteredDetails entered:
                json.WriteString("name", entered.Name);
                WriteData("input", entered.Input);
                break;
            case StateExitedDetails exited:
                WriteExited(exited);
                break;
            case MapStateStartedDetails map:
                json.WriteNumber("length", map.Length);
                break;
            case MapIterationDetails iteration:
                json.WriteString("name", iteration.Name);
                json.WriteNumber("index", iteration.Index);
                break;
            default:
                WriteWork(details);
                break;
        }
    }

    private void WriteWork(EventDetails details)
    {
        switch (details)
        {
            case FunctionScheduledDetails scheduled:
                json.WriteString("resource", scheduled.Resource);
                WriteData("input", scheduled.Input);
                WriteSeconds("timeoutInSeconds", scheduled.TimeoutInSeconds);
                break;
            case FunctionSucceededDetails succeeded:
                WriteData("output", succeeded.Output);
                break;
            case FunctionFailedDetails failed:
                WriteError(failed.Error, failed.Cause);
                break;
            case TaskScheduledDetails scheduled:
                WriteResource(scheduled.ResourceType, scheduled.Resource);
                json.WriteString("region", scheduled.Region);
                WriteParameters(scheduled.Parameters);
                WriteSeconds("timeoutInSeconds", scheduled.TimeoutInSeconds);
                WriteSeconds("heartbeatInSeconds", scheduled.HeartbeatInSeconds);
                break;
            case TaskStartedDetails started:
                WriteResource(started.ResourceType, started.Resource);
                break;
            case TaskOutputDetails output:
                WriteResource(output.ResourceType, output.Resource);
                WriteData("output", output.Output);
                break;
            case TaskFailedDetails failed:
                WriteResource(failed.ResourceType, failed.Resource);
                WriteError(failed.Error, failed.Cause);
                break;
            default:
                throw new InvalidOperationException($"{details.GetType().Name} has no form in the API.");
        }
    }

    private void WriteExited(StateExitedDetails exited)
    {
        json.WriteString("name", exited.Name);
        WriteData("output", exited.Output);
        if (!hasData || exited.AssignedVariables.Members.Count == 0)
        {
            return;
        }

        json.WriteStartObject("assignedVariables");
        foreach (var (name, value) in exited.AssignedVariables.Members)
        {
            json.WriteString(name, value.ToString());
        }

        json.WriteEndObject();
        json.WriteStartObject("assignedVariablesDetails");
        json.WriteBoolean("truncated", value: false);
        json.WriteEndObject();
    }

    private void WriteData(string name, JsonData data)
    {
        if (!hasData)
        {
            return;
        }

        json.WriteString(name, data.ToUtf8().Span);
        json.WriteStartObject($"{name}Details");
        json.WriteBoolean("truncated", value: false);
        json.WriteEndObject();
    }

    private void WriteParameters(JsonData parameters)
    {
        if (hasData)
        {
            json.WriteString("parameters", parameters.ToUtf8().Span);
        }
    }

    private void WriteResource(string type, string resource)
    {
        json.WriteString("resourceType", type);
        json.WriteString("resource", resource);
    }

    private void WriteError(string? error, string? cause)
    {
        json.WriteText("error", error);
        json.WriteText("cause", cause);
    }

    private void WriteSeconds(string name, long? seconds)
    {
        if (seconds is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
