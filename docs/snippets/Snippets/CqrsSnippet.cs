using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.Cqrs;
using Patterns.Http;
using Patterns.Tables;
using Patterns.Testing;

namespace Snippets;

// snippet: cqrs
public sealed record PolicyCard(string Holder, decimal Premium, bool IsOpen);

[JsonSerializable(typeof(PolicyCard))]
public sealed partial class ViewsJson : JsonSerializerContext;

/// <summary>A row for each policy.</summary>
public sealed class PolicyCards(ViewStore<PolicyCard> view) : Projection<PolicyEvent, PolicyCard>(view, version: 1)
{
    protected override PolicyCard? Apply(PolicyCard? row, StoredEvent<PolicyEvent> change, ViewKey key) => change.Event switch
    {
        PolicyEvent.Opened opened => new(opened.Holder, opened.Premium, IsOpen: true),
        PolicyEvent.PremiumChanged changed => row! with { Premium = changed.Premium },
        PolicyEvent.Cancelled => row! with { IsOpen = false },
        _ => row,
    };
}

public static class PolicyViews
{
    public static ViewStore<PolicyCard> Cards(ITable views) => new(views, "policy-cards", ViewsJson.Default.PolicyCard);

    public static Projector<StoredEvent<PolicyEvent>> In(ITable policies, ITable views) => Projector.Of(
        new EventStore<PolicyEvent>(policies, "policy", Policies.Events),
        [new PolicyCards(Cards(views))]); // more views, and another version of one while it is rebuilt
}

/// <summary>The function behind the stream of the policies' table.</summary>
public sealed class ProjectPolicies() : ProjectionHandler<StoredEvent<PolicyEvent>>(
    PolicyViews.In(
        Table.From(Environment.GetEnvironmentVariable("POLICIES_TABLE")!),
        Table.From(Environment.GetEnvironmentVariable("VIEWS_TABLE")!)),
    new RecordHandlerOptions
    {
        PartitionKeyName = "pk",
        FailureDestination = Destination.From(Environment.GetEnvironmentVariable("FAILED_CHANGES")!),
    });
// end

// snippet: cqrs-query
public sealed class FindPolicy() : QueryHandler<string, PolicyCard>(ViewsJson.Default.PolicyCard, [View])
{
    private static readonly ViewStore<PolicyCard> View = PolicyViews.Cards(Table.From(Environment.GetEnvironmentVariable("VIEWS_TABLE")!));

    protected override string Read(ApiRequest request) => request.PathParameters.GetValueOrDefault("id") is { Length: > 0 } id
        ? id
        : throw new ProblemException(Problems.Malformed("The path has no policy."));

    protected override async ValueTask<PolicyCard?> FindAsync(string query, QueryContext context) =>
        (await View.FindAsync(new ViewKey(query), context.CancellationToken))?.Value;
}
// end

// snippet: cqrs-states
public sealed class PoliciesBySize(ViewStore<PolicyCard> view) : StateProjection<PolicyState, PolicyCard>(view)
{
    protected override IEnumerable<KeyValuePair<ViewKey, PolicyCard>> RowsOf(StoredState<PolicyState> change)
    {
        var size = change.State!.Premium < 1000 ? "small" : "large";
        yield return new(new ViewKey(size, change.AggregateId), new PolicyCard("?", change.State.Premium, change.State.IsOpen));
    }
}
// end

// snippet: cqrs-rebuild
public sealed class RebuildPolicies() : RebuildHandler<StoredEvent<PolicyEvent>>(PolicyViews.In(
    Table.From(Environment.GetEnvironmentVariable("POLICIES_TABLE")!),
    Table.From(Environment.GetEnvironmentVariable("VIEWS_TABLE")!)));
// end

internal sealed class PolicyProjection(Projector<StoredEvent<PolicyEvent>> projector)
    : ProjectionHandler<StoredEvent<PolicyEvent>>(projector, new RecordHandlerOptions { PartitionKeyName = "pk" });

internal static class CqrsTest
{
    public static async Task RunAsync()
    {
        // snippet: cqrs-test
        var (policies, views) = (new InMemoryTable(), new InMemoryTable());
        await Policies.In(policies).HandleAsync("p-1", new PolicyCommand.Open("Ann", 100), null, default);
        await Policies.In(policies).HandleAsync("p-1", new PolicyCommand.ChangePremium(120), null, default);
        var changes = policies.TakeChanges();
        var function = new PolicyProjection(PolicyViews.In(policies, views));

        await function.FunctionHandler(Events.DynamoDb([.. changes.Reverse(), .. changes]), new FakeLambdaContext()); // twice, and in the wrong order

        var card = await PolicyViews.Cards(views).FindAsync(new ViewKey("p-1"), default); // premium 120, version 2
        // end
        _ = card;
    }
}
