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

    /// <summary>Whether somebody asks. Whose a policy is, is a rule: only what is read for the decision is still so when the command takes effect.</summary>
    public static bool NamesSomebody(CommandRequest request) => !string.IsNullOrEmpty(request.Actor);

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
