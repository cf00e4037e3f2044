using Patterns.Cqrs;

namespace Command.Functions;

/// <summary>Changes how much a policy covers, for its holder.</summary>
public sealed class ChangeCoverHandler(AggregateStore<PolicyState, PolicyCommand, PolicyEvent> policies) : CommandHandler<ChangeCover, PolicyReply>
{
    protected override IEnumerable<string> Validate(ChangeCover command) => [.. Policies.MistakesOfId(command.PolicyId), .. Policies.MistakesOfCover(command.Cover)];

    protected override ValueTask<bool> IsAllowedAsync(ChangeCover command, CommandRequest request, CancellationToken cancellationToken) => new(Policies.NamesSomebody(request));

    protected override async ValueTask<PolicyReply> HandleAsync(ChangeCover command, CommandContext context) =>
        PolicyReply.Of(await context.DecideAsync(policies, command.PolicyId, new PolicyCommand.ChangeCover(context.Request.Actor!, command.Cover)));
}
