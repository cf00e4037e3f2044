using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class ListExecutions : SyncOperation
{
    public override string Name => nameof(ListExecutions);

    protected override void Run(StepFunctionsCall call)
    {
        var size = PageToken.Size(call.Input);
        var before = PageToken.Read(Name, call.Input.Text("nextToken"));
        var filter = Filter(call.Input);
        var machine = call.Service.Machines.Find(call.Input.Required("stateMachineArn", StepFunctionsLimits.ArnLength));
        if (machine.IsExpress)
        {
            throw StepFunctionsErrors.StateMachineTypeNotSupported();
        }

        call.Service.Executions.ForgetOld();
        var found = machine.Executions.LatestFirst(before).Where(item => filter is null || item.Execution.Status == filter).Take(size + 1).ToList();
        call.Json.WriteStartArray("executions");
        foreach (var (_, execution) in found.Take(size))
        {
            Write(call.Json, execution);
        }

        call.Json.WriteEndArray();
        if (found.Count > size)
        {
            call.Json.WriteString("nextToken", PageToken.Of(Name, found[size - 1].Number));
        }
    }

    private static string? Filter(JsonInput input)
    {
        if (input.Text("mapRunArn") is not null)
        {
            throw StepFunctionsErrors.NotEmulated("A distributed map");
        }

        var filter = input.Text("statusFilter");
        return filter is null || ExecutionStatuses.All.Contains(filter)
            ? filter
            : throw StepFunctionsErrors.NotInSet(filter, "statusFilter", ExecutionStatuses.All);
    }

    private static void Write(Utf8JsonWriter json, Execution execution)
    {
        var end = execution.End;
        json.WriteStartObject();
        json.WriteString("executionArn", execution.Arn);
        json.WriteString("stateMachineArn", execution.Machine.Arn);
        json.WriteString("name", execution.Name);
        json.WriteString("status", ExecutionStatuses.NameOf(end?.Result.Status));
        json.WriteTime("startDate", execution.StartedAt);
        json.WriteTime("stopDate", end?.At);
        json.WriteNumber("redriveCount", 0);
        json.WriteEndObject();
    }
}
