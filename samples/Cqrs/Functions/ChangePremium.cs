using Patterns.Cqrs;

namespace Cqrs.Functions;

public sealed class ChangePremium(AggregateStore<PolicyState, PolicyCommand, PolicyEvent> policies) : PolicyCommandHandler<PolicyCommand.ChangePremium>(policies)
{
    protected override IEnumerable<string> Validate(PolicyCommand.ChangePremium command) => command.Premium <= 0 ? ["premium must be more than zero."] : [];
}
