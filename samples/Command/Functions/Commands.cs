using Patterns.Cqrs;
using Patterns.Tables;

namespace Command.Functions;

/// <summary>Every command there is. What is not in the list cannot be asked for.</summary>
public static class Commands
{
    public static CommandRouter In(ITable table)
    {
        var policies = Policies.In(table);
        return new CommandRouter(table, new CommandRouterOptions
        {
            // Keys are remembered for a week. Whoever dies with one keeps others from it for 3 seconds.
            Idempotency = new() { Scope = "policies", Retention = TimeSpan.FromDays(7), Lease = TimeSpan.FromSeconds(3) },
        })
            .With("policy.open", version: 1, Json.Default.OpenPolicy, Json.Default.PolicyReply, new OpenPolicyHandler(policies))
            .With("policy.change-cover", version: 1, Json.Default.ChangeCover, Json.Default.PolicyReply, new ChangeCoverHandler(policies))
            .With("policy.cancel", version: 1, Json.Default.CancelPolicy, Json.Default.PolicyReply, new CancelPolicyHandler(policies));
    }
}
