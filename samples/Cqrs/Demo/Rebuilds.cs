using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Cqrs.Demo;

/// <summary>Has views made anew while everything goes on.</summary>
internal sealed class Rebuilds(IAmazonStepFunctions workflows, string machineArn, int runId)
{
    public async Task RunAsync(string view, int version, CancellationToken cancellationToken)
    {
        var execution = await workflows.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = machineArn, Name = $"{view}-{version}-{runId}", Input = $$"""{"view":"{{view}}","version":{{version}}}""" },
            cancellationToken);
        while (true)
        {
            var found = await workflows.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution.ExecutionArn }, cancellationToken);
            if (found.Status == ExecutionStatus.SUCCEEDED)
            {
                return;
            }

            if (found.Status != ExecutionStatus.RUNNING)
            {
                throw new DemoException($"The rebuild of {view} ended as {found.Status}: {found.Error} {found.Cause}");
            }

            await Task.Delay(200, cancellationToken);
        }
    }
}
