using Patterns.Cqrs;

namespace Cqrs.Functions;

/// <summary>Makes another version of a view, a piece at each invocation.</summary>
public sealed class Rebuild() : RebuildHandler<StoredEvent<PolicyEvent>>(Views.Projector);
