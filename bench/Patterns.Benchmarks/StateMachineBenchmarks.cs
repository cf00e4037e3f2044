using System.Text;
using BenchmarkDotNet.Attributes;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Benchmarks;

/// <summary>State transitions of the runner's interpreter; a result is the time and the memory of one transition.</summary>
[MemoryDiagnoser]
public class StateMachineBenchmarks
{
    private const int Turns = 10_000;

    private static readonly ExecutionIdentity Identity = new()
    {
        Id = "arn:aws:states:us-east-1:000000000000:execution:machine:execution",
        Name = "execution",
        RoleArn = "arn:aws:iam::000000000000:role/states",
        StartTime = DateTimeOffset.UnixEpoch,
        StateMachineId = "arn:aws:states:us-east-1:000000000000:stateMachine:machine",
        StateMachineName = "machine",
    };

    private readonly StateMachineDefinition _pass = Loop("""{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.n, 1)"},"Next":"C"}""");

    private readonly StateMachineDefinition _task = Loop(
        """
        {"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","Parameters":{"n.$":"States.MathAdd($.n, 1)"},
         "Retry":[{"ErrorEquals":["States.ALL"]}],"Next":"C"}
        """);

    private readonly StateMachineDefinition _map = Read(
        """{"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}}}}""");

    private readonly JsonData _items = JsonData.Parse($"[{string.Join(',', Enumerable.Range(0, Turns))}]");

    [Benchmark(OperationsPerInvoke = 2 * Turns, Description = "Choice and Pass with a function")]
    public Task ChoiceAndPass() => RunAsync(_pass, ObjectData.Of(("n", new NumberData(0))));

    [Benchmark(OperationsPerInvoke = 2 * Turns, Description = "Choice and Task that answers at once")]
    public Task ChoiceAndTask() => RunAsync(_task, ObjectData.Of(("n", new NumberData(0))));

    [Benchmark(OperationsPerInvoke = Turns, Description = "inline Map, an iteration with one Pass")]
    public Task Map() => RunAsync(_map, _items);

    private static async Task RunAsync(StateMachineDefinition machine, JsonData input)
    {
        var options = new ExecutionOptions { MaxEvents = long.MaxValue };
        var result = await new ExecutionRun(machine, Identity, options, new Echo(), new Dropped(), TimeProvider.System).RunAsync(input, CancellationToken.None);
        if (result.Status != ExecutionStatus.Succeeded)
        {
            throw new InvalidOperationException($"The machine failed: {result.Error}");
        }
    }

    private static StateMachineDefinition Loop(string state) => Read(
        """{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":10000,"Next":"P"}],"Default":"S"},"S":{"Type":"Succeed"},"P":"""
        + state + "}}");

    private static StateMachineDefinition Read(string definition)
    {
        var parsed = StateMachineDefinition.Parse(Encoding.UTF8.GetBytes(definition));
        return parsed.Definition ?? throw new InvalidOperationException(parsed.Describe());
    }

    private sealed class Echo : ITaskRunner
    {
        public string CreateTaskToken() => string.Empty;

        public ValueTask<TaskOutcome> RunAsync(TaskCall call, CancellationToken cancellationToken)
        {
            call.ReportStarted();
            return new(TaskOutcome.Success(call.Parameters));
        }
    }

    private sealed class Dropped : IExecutionHistory
    {
        public void Append(HistoryEvent happened)
        {
        }
    }
}
