using System.Text;
using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.Cqrs;
using Patterns.Idempotency;
using Patterns.Tables;
using Patterns.Testing;

namespace Snippets;

// snippet: aggregates
public abstract record PolicyEvent
{
    public sealed record Opened(string Holder, decimal Premium, string Currency) : PolicyEvent;

    public sealed record PremiumChanged(decimal Premium) : PolicyEvent;

    public sealed record Cancelled(string Reason) : PolicyEvent;
}

public abstract record PolicyCommand
{
    public sealed record Open(string Holder, decimal Premium) : PolicyCommand;

    public sealed record ChangePremium(decimal Premium) : PolicyCommand;

    public sealed record Cancel(string Reason) : PolicyCommand;
}

public sealed record PolicyState(bool IsOpen, decimal Premium);

public sealed class PolicyRules : Decider<PolicyState, PolicyCommand, PolicyEvent>
{
    public override PolicyState Initial { get; } = new(IsOpen: false, Premium: 0);

    public override IEnumerable<PolicyEvent> Decide(PolicyState state, PolicyCommand command) => (state, command) switch
    {
        ({ IsOpen: false }, PolicyCommand.Open open) => [new PolicyEvent.Opened(open.Holder, open.Premium, "EUR")],
        ({ IsOpen: true }, PolicyCommand.Open) => throw new CommandRefusedException("policy-is-open", "The policy was opened before."),
        ({ IsOpen: false }, _) => throw new CommandRefusedException("no-policy", "There is no such policy, or it was cancelled."),
        (_, PolicyCommand.ChangePremium change) when change.Premium == state.Premium => [],
        (_, PolicyCommand.ChangePremium change) => [new PolicyEvent.PremiumChanged(change.Premium)],
        (_, PolicyCommand.Cancel cancel) => [new PolicyEvent.Cancelled(cancel.Reason)],
        _ => throw new CommandRefusedException("unknown-command", "The command is not known."),
    };

    public override PolicyState Evolve(PolicyState state, PolicyEvent happened) => happened switch
    {
        PolicyEvent.Opened opened => new(IsOpen: true, opened.Premium),
        PolicyEvent.PremiumChanged changed => state with { Premium = changed.Premium },
        PolicyEvent.Cancelled => state with { IsOpen = false },
        _ => state,
    };
}

[JsonSerializable(typeof(PolicyEvent.Opened))]
[JsonSerializable(typeof(PolicyEvent.PremiumChanged))]
[JsonSerializable(typeof(PolicyEvent.Cancelled))]
[JsonSerializable(typeof(PolicyState))]
[JsonSerializable(typeof(long))]
public sealed partial class PolicyJson : JsonSerializerContext;

public static class Policies
{
    public static EventTypes<PolicyEvent> Events { get; } = new EventTypes<PolicyEvent>()
        .With("policy.opened", PolicyJson.Default.Opened, schema: 2, static json =>
        {
            json["Currency"] = "EUR"; // the first version had none
            return json;
        })
        .With("policy.premium-changed", PolicyJson.Default.PremiumChanged)
        .With("policy.cancelled", PolicyJson.Default.Cancelled);

    public static AggregateStore<PolicyState, PolicyCommand, PolicyEvent> In(ITable table) => new(
        new EventStore<PolicyEvent>(table, "policy", Events),
        new PolicyRules(),
        new AggregateStoreOptions<PolicyState> { Snapshots = new(PolicyJson.Default.PolicyState) { Name = "policy" } });
}
// end

internal static class AggregatesUse
{
    public static async Task RunAsync(string policyId, CancellationToken cancellationToken)
    {
        // snippet: aggregates-handle
        var policies = Policies.In(Table.From(Environment.GetEnvironmentVariable("POLICIES_TABLE")!));

        var decision = await policies.HandleAsync(policyId, new PolicyCommand.ChangePremium(120), new EventMetadata { Actor = "ann" }, cancellationToken);

        Console.WriteLine($"{decision.Events.Count} events; the policy is at version {decision.After.Version}.");
        // end
    }
}

// snippet: aggregates-effect-once
public sealed class ChangePremium(ITable table)
{
    private readonly IdempotentCall _calls = new(table, new IdempotencyOptions { Scope = "change-premium" });
    private readonly AggregateStore<PolicyState, PolicyCommand, PolicyEvent> _policies = Policies.In(table);

    /// <summary>The version of the policy; the same one whenever the key comes again.</summary>
    public async Task<long> RunAsync(string key, string policyId, decimal premium, CancellationToken cancellationToken)
    {
        // What makes it the same request: the key with another policy or premium is refused.
        var payload = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{policyId}/{premium}"));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (await _calls.RunAsync(key, payload, PolicyJson.Default.Int64, call => DecideAsync(policyId, premium, call), cancellationToken)).Value;
            }
            catch (EnlistedWriteRefusedException) when (attempt < 5)
            {
                // Somebody else changed the policy meanwhile: decide anew.
            }
        }
    }

    private async ValueTask<long> DecideAsync(string policyId, decimal premium, IdempotentCallContext call)
    {
        var decision = await _policies.DecideAsync(policyId, new PolicyCommand.ChangePremium(premium), new() { CommandKey = call.Key }, call.CancellationToken);
        foreach (var write in decision.Writes)
        {
            call.Enlist(write);
        }

        return decision.After.Version;
    }
}
// end

// snippet: aggregates-changes
public sealed class CountCancellations(ITable counts) : RecordHandler<StoredEvent<PolicyEvent>?>(
    AggregateChanges.OfEvents("policy", Policies.Events),
    new RecordHandlerOptions { PartitionKeyName = "pk" },
    pipeline => pipeline.UseIdempotency(counts))
{
    protected override ValueTask HandleAsync(StoredEvent<PolicyEvent>? stored, RecordContext context)
    {
        if (stored?.Event is PolicyEvent.Cancelled)
        {
            context.Enlist(new TableUpdate(new TableKey("cancellations", $"{stored.At:yyyy-MM}")).Add("count", 1));
        }

        return ValueTask.CompletedTask;
    }
}
// end

internal static class StateStoreUse
{
    public static async Task RunAsync(string policyId, CancellationToken cancellationToken)
    {
        // snippet: state-store
        var table = Table.From(Environment.GetEnvironmentVariable("POLICIES_TABLE")!);
        var policies = new StateStore<PolicyState>(table, "policy", PolicyJson.Default.PolicyState);

        var policy = await policies.UpdateAsync(policyId, found => (found?.State ?? new(IsOpen: true, Premium: 0)) with { Premium = 120 }, cancellationToken);

        Console.WriteLine($"The policy is at version {policy.Version}.");
        // end
    }
}

internal static class AggregatesTest
{
    public static async Task RunAsync()
    {
        // snippet: aggregates-test
        // The rules need no table:
        var rules = new PolicyRules();
        var open = rules.Fold(rules.Initial, [new PolicyEvent.Opened("Ann", 100, "EUR")]);
        var happened = rules.Decide(open, new PolicyCommand.ChangePremium(120)); // one PremiumChanged

        // And the whole with a table in memory, whose changes are fed to whoever follows:
        var table = new InMemoryTable();
        await Policies.In(table).HandleAsync("p-1", new PolicyCommand.Open("Ann", 100), null, default);
        await new CountCancellations(new InMemoryTable()).FunctionHandler(Events.DynamoDb(table.TakeChanges()), new FakeLambdaContext());
        // end
        Console.WriteLine(happened.Count());
    }
}
