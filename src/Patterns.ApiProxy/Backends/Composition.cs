using Patterns.Facade;

namespace Patterns.Backends;

/// <summary>How a reply is put together.</summary>
/// <param name="Plan">The calls of services.</param>
/// <param name="Compose">
/// Makes the reply of what is there; called when all mandatory parts are. The reply is then followed by <c>missing</c>, <c>stale</c> and <c>substituted</c>, as those
/// of a <see cref="FacadeHandler"/> are.
/// </param>
/// <typeparam name="TReply">The reply.</typeparam>
public sealed record Composition<TReply>(CallPlan Plan, Func<PlanResult, TReply> Compose);
