using Patterns.Cqrs;

namespace Command.Functions;

/// <summary>Opens a policy for whoever asks.</summary>
public sealed class OpenPolicyHandler(AggregateStore<PolicyState, PolicyCommand, PolicyEvent> policies) : CommandHandler<OpenPolicy, PolicyReply>
{
    protected override IEnumerable<string> Validate(OpenPolicy command) => [.. Policies.MistakesOfId(command.PolicyId), .. Policies.MistakesOfCover(command.Cover)];

    protected override ValueTask<bool> IsAllowedAsync(OpenPolicy command, CommandRequest request, CancellationToken cancellationToken) => new(Policies.NamesSomebody(request));

    protected override async ValueTask<PolicyReply> HandleAsync(OpenPolicy command, CommandContext context) =>
        PolicyReply.Of(await context.DecideAsync(policies, command.PolicyId, new PolicyCommand.Open(context.Request.Actor!, command.Cover)));
}
