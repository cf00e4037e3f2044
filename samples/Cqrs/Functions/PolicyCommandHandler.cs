using Patterns.Cqrs;

namespace Cqrs.Functions;

/// <summary>Has a policy decide; the events, the reply and the key take effect together.</summary>
public abstract class PolicyCommandHandler<TCommand>(AggregateStore<PolicyState, PolicyCommand, PolicyEvent> policies) : CommandHandler<TCommand, PolicyVersion>
    where TCommand : PolicyCommand
{
    protected override async ValueTask<PolicyVersion> HandleAsync(TCommand command, CommandContext context)
    {
        var decision = await context.DecideAsync(policies, command.PolicyId, command);
        return new PolicyVersion(command.PolicyId, decision.After.Version);
    }
}
