using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class GetExecutionHistory : SyncOperation
{
    public override string Name => nameof(GetExecutionHistory);

    protected override void Run(StepFunctionsCall call)
    {
        var size = PageToken.Size(call.Input);
        var isReversed = call.Input.Flag("reverseOrder") == true;
        var list = isReversed ? "Reversed" : Name;
        var skip = (int)(PageToken.Read(list, call.Input.Text("nextToken")) ?? 0);
        var execution = call.Service.Executions.Find(call.Input.Required("executionArn", StepFunctionsLimits.ArnLength));
        var history = execution.History ?? throw StepFunctionsErrors.HistoryWasDropped(execution.Arn);
        var events = history.Page(skip, size + 1, isReversed);
        var writer = new HistoryEventJson(call.Json, call.Input.Flag("includeExecutionData") ?? true);
        call.Json.WriteStartArray("events");
        foreach (var happened in events.Take(size))
        {
            writer.Write(happened);
        }

        call.Json.WriteEndArray();
        if (events.Count > size)
        {
            call.Json.WriteString("nextToken", PageToken.Of(list, skip + size));
        }
    }
}
