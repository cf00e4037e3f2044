using Patterns.Local.Services;
using Patterns.Local.Services.StepFunctions;
using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Integrations;
using Patterns.Local.Services.StepFunctions.Language;
using Patterns.Local.Services.StepFunctions.StateMachines;
using Patterns.Local.Services.StepFunctions.Tasks;
using Patterns.Local.Stacks;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Services.StepFunctions.Api;

/// <summary>What the runner keeps of executions that have ended.</summary>
public sealed class RetentionTests
{
    private readonly RecordingConsole _console = new();
    private readonly TestClock _clock = new();

    [Fact]
    public async Task Beyond_its_bound_the_oldest_execution_is_forgotten_with_its_name()
    {
        await using var service = Service(new StepFunctionsLimits { EndedExecutions = 2 });
        var machine = service.Machines.Create(new NewStateMachine("m", Workflows.Succeeding, Workflows.Role));

        foreach (var name in new[] { "a", "b", "c" })
        {
            await EndAsync(service, machine, name);
        }

        Assert.Equal(["c", "b"], machine.Executions.LatestFirst(before: null).Select(item => item.Execution.Name));
        await EndAsync(service, machine, "a");
    }

    [Fact]
    public async Task Beyond_their_bound_the_oldest_histories_are_dropped_and_the_executions_stay()
    {
        await using var service = Service(new StepFunctionsLimits { HistoryBytes = 2000 });
        var machine = service.Machines.Create(new NewStateMachine("m", Workflows.Succeeding, Workflows.Role));

        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            await EndAsync(service, machine, name);
        }

        Assert.Equal([true, true, false, false], machine.Executions.LatestFirst(before: null).Select(item => item.Execution.History is not null));
    }

    [Fact]
    public async Task Beyond_their_bound_no_more_executions_start()
    {
        await using var service = Service(new StepFunctionsLimits { RunningExecutions = 1 });
        var machine = service.Machines.Create(new NewStateMachine("m", Workflows.Waiting, Workflows.Role));
        service.Executions.Start(new StartRequest(machine.Arn));

        var error = Assert.Throws<AwsException>(() => service.Executions.Start(new StartRequest(machine.Arn)));

        Assert.Equal(("ExecutionLimitExceeded", "Execution Limit Exceeded: 1 executions run already"), (error.Code, error.Message));
    }

    [Fact]
    public void A_history_has_pages_in_both_directions()
    {
        var history = new ExecutionHistory();
        foreach (var id in new[] { 1L, 2, 3, 4, 5 })
        {
            history.Append(new(id, id - 1, _clock.GetUtcNow(), default, Details: null));
        }

        Assert.Equal([2L, 3], history.Page(1, 2, isReversed: false).Select(happened => happened.Id));
        Assert.Equal([4L, 3], history.Page(1, 2, isReversed: true).Select(happened => happened.Id));
        Assert.Equal([1L], history.Page(4, 2, isReversed: true).Select(happened => happened.Id));
        Assert.Empty(history.Page(9, 2, isReversed: false));
        Assert.Empty(history.Page(9, 2, isReversed: true));
    }

    private StepFunctionsService Service(StepFunctionsLimits limits) =>
        new(new AwsEnvironment("us-east-1", "000000000000", _clock), _ => new NoIntegrations(), new ExecutionReports(_console), limits);

    private async Task EndAsync(StepFunctionsService service, StateMachine machine, string name)
    {
        var reports = _console.Executions.Count;
        await service.Executions.Start(new StartRequest(machine.Arn, name)).Ended;
        await Eventually.BecomesTrueAsync(() => _console.Executions.Count > reports);
    }

    private sealed class NoIntegrations : IIntegrations
    {
        public IIntegration? Find(TaskResource resource) => null;
    }
}
