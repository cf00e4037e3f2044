using Amazon.StepFunctions;
using Patterns.Aws.Internal;
using Patterns.Aws.StepFunctions;
using Patterns.Workflows;

namespace Patterns.Aws;

/// <summary>Makes workflows on Step Functions from the ARN that a function has in its environment.</summary>
/// <remarks>
/// <para>
/// The state machine must be a Standard one: an Express one keeps no names, and starting it is an error that says so. The credentials
/// come from the environment, as everywhere in the AWS SDK, and the Region from the ARN.
/// </para>
/// <para>
/// The function's role needs, of these, what its code calls: <c>states:StartExecution</c>, <c>DescribeExecution</c> (also for starts,
/// to recognise a run that has ended), and <c>SendTaskSuccess</c>, <c>SendTaskFailure</c> and <c>SendTaskHeartbeat</c>.
/// </para>
/// </remarks>
public static class Workflow
{
    private static readonly RegionalClients<IAmazonStepFunctions> Clients = new(
        static () => new AmazonStepFunctionsClient(),
        static region => new AmazonStepFunctionsClient(region));

    /// <summary>The state machine with an ARN.</summary>
    /// <exception cref="ArgumentException">It is not the ARN of a state machine.</exception>
    public static IWorkflow From(string arn)
    {
        var name = StateMachineName.Parse(arn);
        return new StepFunctionsWorkflow(Clients.For(name.Region), name);
    }

    /// <summary>The state machine with an ARN, through a client of your own.</summary>
    /// <param name="client">The client. It may send requests again as often as it likes: none takes effect twice.</param>
    /// <param name="arn">The state machine's ARN.</param>
    /// <exception cref="ArgumentException">It is not the ARN of a state machine, or one of another Region than the client's.</exception>
    public static IWorkflow From(IAmazonStepFunctions client, string arn)
    {
        ArgumentNullException.ThrowIfNull(client);
        var name = StateMachineName.Parse(arn);
        ClientRegion.Check(client.Config, name.Arn, name.Region);
        return new StepFunctionsWorkflow(client, name);
    }
}
