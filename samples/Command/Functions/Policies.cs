using Patterns.Cqrs;
using Patterns.Tables;

namespace Command.Functions;

/// <summary>Where policies are, and what all commands ask about them.</summary>
public static class Policies
{
    private const decimal HighestCover = 10_000_000;

    public static AggregateStore<PolicyState, PolicyCommand, PolicyEvent> In(ITable table) => new(
        new EventStore<PolicyEvent>(table, "policy", new EventTypes<PolicyEvent>()
            .With("policy.opened", Json.Default.Opened)
            .With("policy.cover-changed", Json.Default.CoverChanged)
            .With("policy.cancelled", Json.Default.Cancelled)),
        new PolicyRules());

    /// <summary>Whether a policy is somebody's; one that is not there is nobody's, and a rule says so.</summary>
    public static async ValueTask<bool> IsHolderAsync(
        this AggregateStore<PolicyState, PolicyCommand, PolicyEvent> policies,
        string id,
        string? actor,
        CancellationToken cancellationToken)
    {
        var policy = await policies.LoadAsync(id, cancellationToken);
        return actor is not null && (policy.Version == 0 || policy.State.Holder == actor);
    }

    public static IEnumerable<string> MistakesOfId(string id)
    {
        if (id.Length is 0 or > 100)
        {
            yield return "The id of a policy has 1 to 100 characters.";
        }
    }

    public static IEnumerable<string> MistakesOfCover(decimal cover)
    {
        if (cover is <= 0 or > HighestCover)
        {
            yield return $"A cover is more than 0 and at most {HighestCover}.";
        }
    }
}
