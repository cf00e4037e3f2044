using Patterns.Cqrs;

namespace Command.Functions;

/// <summary>Cancels a policy, for its holder.</summary>
public sealed class CancelPolicyHandler(AggregateStore<PolicyState, PolicyCommand, PolicyEvent> policies) : CommandHandler<CancelPolicy, PolicyReply>
{
    protected override IEnumerable<string> Validate(CancelPolicy command) =>
        [.. Policies.MistakesOfId(command.PolicyId), .. command.Reason.Length == 0 ? ["Say why."] : Array.Empty<string>()];

    protected override ValueTask<bool> IsAllowedAsync(CancelPolicy command, CommandRequest request, CancellationToken cancellationToken) => new(Policies.NamesSomebody(request));

    protected override async ValueTask<PolicyReply> HandleAsync(CancelPolicy command, CommandContext context) =>
        PolicyReply.Of(await context.DecideAsync(policies, command.PolicyId, new PolicyCommand.Cancel(context.Request.Actor!, command.Reason)));
}
