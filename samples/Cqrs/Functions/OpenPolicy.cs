using Patterns.Cqrs;

namespace Cqrs.Functions;

public sealed class OpenPolicy(AggregateStore<PolicyState, PolicyCommand, PolicyEvent> policies) : PolicyCommandHandler<PolicyCommand.Open>(policies)
{
    protected override IEnumerable<string> Validate(PolicyCommand.Open command)
    {
        if (command.PolicyId.Length is 0 or > 100 || command.Holder.Length is 0 or > 100 || command.Line.Length is 0 or > 100)
        {
            yield return "policyId, holder and line have 1 to 100 characters.";
        }

        if (command.Premium <= 0)
        {
            yield return "premium must be more than zero.";
        }
    }
}
