using Patterns.Cqrs;

namespace Cqrs.Functions;

public sealed class CancelPolicy(AggregateStore<PolicyState, PolicyCommand, PolicyEvent> policies) : PolicyCommandHandler<PolicyCommand.Cancel>(policies);
