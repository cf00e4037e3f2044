using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.StateMachines;
using Patterns.Local.Services.StepFunctions.Tasks;

namespace Patterns.Local.Services.StepFunctions;

/// <summary>State machines, their executions and the tasks that wait for callbacks. Knows no HTTP; safe for use by many threads.</summary>
internal sealed class StepFunctionsService : IAsyncDisposable
{
    /// <param name="aws">Names, address and clock.</param>
    /// <param name="integrations">Makes what does the work of tasks, from what starts nested executions.</param>
    /// <param name="log">Learns how executions end.</param>
    /// <param name="limits">Null for the service's.</param>
    public StepFunctionsService(AwsEnvironment aws, Func<Func<StartRequest, Execution>, IIntegrations> integrations, IExecutionLog log, StepFunctionsLimits? limits = null)
    {
        Aws = aws;
        var arns = new StepFunctionsArns(aws);
        Machines = new StateMachineRegistry(aws, arns);
        Executions = new ExecutionStarter(aws, arns, Machines, integrations(Start), Tokens, log, limits ?? StepFunctionsLimits.Default);
    }

    public AwsEnvironment Aws { get; }

    public StateMachineRegistry Machines { get; }

    public ExecutionStarter Executions { get; }

    public TaskTokens Tokens { get; } = new();

    public ValueTask DisposeAsync() => Executions.DisposeAsync();

    private Execution Start(StartRequest request) => Executions.Start(request);
}
