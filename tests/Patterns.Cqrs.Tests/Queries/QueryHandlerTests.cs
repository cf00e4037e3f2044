using System.Text;
using System.Text.Json.Nodes;
using Patterns.Cqrs.Tests.Aggregates;
using Patterns.Cqrs.Tests.Projections;
using Patterns.Http;

namespace Patterns.Cqrs.Tests.Queries;

public sealed class QueryHandlerTests
{
    private readonly ViewsUnderTest _views = new();

    [Fact]
    public async Task A_query_without_a_token_has_the_view_as_it_is()
    {
        await _views.Bank.DepositAsync("a", 5);
        await ProjectAsync();
        await _views.Bank.DepositAsync("a", 6);

        var (status, body, _) = await AskAsync("/accounts/a");

        Assert.Equal((200, """{"Balance":5,"Changes":1}"""), (status, body));
    }

    [Fact]
    public async Task A_query_with_a_token_has_at_least_the_version_that_it_names()
    {
        await _views.Bank.DepositAsync("a", 5, 6);
        await ProjectAsync();

        Assert.Equal(200, (await AskAsync("/accounts/a", token: "account/a@1")).Status);
        Assert.Equal(200, (await AskAsync("/accounts/a", token: "account/a@2, account/a@1")).Status);
    }

    [Fact]
    public async Task A_view_that_is_behind_the_token_is_said_to_be_so_when_the_wait_is_over()
    {
        await _views.Bank.DepositAsync("a", 5);
        await ProjectAsync();
        using var waits = new Measured("patterns.queries.waited", "view", "balances");

        var (status, body, headers) = await AskAsync("/accounts/a", token: "account/a@2");

        Assert.Equal(503, status);
        Assert.Equal("1", headers["Retry-After"]!.GetValue<string>());
        var problem = JsonNode.Parse(body)!;
        Assert.Equal("urn:patterns:problem:view-behind", problem["type"]!.GetValue<string>());
        Assert.Equal(("balances", "account/a@2"), (problem["view"]!.GetValue<string>(), problem["token"]!.GetValue<string>()));
        Assert.Contains(2.0, waits.Values);
    }

    [Fact]
    public async Task A_query_waits_for_the_change_and_has_it_then()
    {
        await _views.Bank.DepositAsync("a", 5);
        var asking = StartAsync("/accounts/a", token: "account/a@1");
        _views.Bank.Time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.False(asking.IsCompleted);
        await ProjectAsync();
        _views.Bank.Time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Equal((200, """{"Balance":5,"Changes":1}"""), (await asking) is var (status, body, _) ? (status, body) : default);
    }

    [Fact]
    public async Task All_views_of_a_query_are_waited_for()
    {
        await _views.Bank.DepositAsync("a", 5);
        await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table)), _views.Bank.Table.TakeChanges()); // and not the totals

        var (status, body, _) = await AskAsync("/accounts/a", token: "account/a@1", views: [Balances, new ViewStore<AccountView>(_views.Table, "totals", AccountViewJson.Default.AccountView, _views.Bank.Time)]);

        Assert.Equal(503, status);
        Assert.Equal("totals", JsonNode.Parse(body)!["view"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GET", "/accounts/none", null, 404, "about:blank")]
    [InlineData("POST", "/accounts/a", null, 405, "about:blank")]
    [InlineData("GET", "/accounts/", null, 400, "urn:patterns:problem:malformed")]
    [InlineData("GET", "/accounts/a", "account/a", 400, "urn:patterns:problem:malformed")]
    [InlineData("GET", "/accounts/a", "acc%23ount/a@1", 400, "urn:patterns:problem:malformed")]
    [InlineData("GET", "/accounts/a", "account/a@1,x", 400, "urn:patterns:problem:malformed")]
    [InlineData("GET", "/accounts/fails", null, 500, "about:blank")]
    [InlineData("GET", "/accounts/throttled", null, 503, "urn:patterns:problem:unavailable")]
    [InlineData("GET", "/accounts/hangs", null, 504, "urn:patterns:problem:out-of-time")]
    public async Task What_cannot_be_answered_has_a_status_of_its_own(string method, string path, string? token, int expected, string type)
    {
        var (status, body, _) = await AskAsync(path, method, token);

        Assert.Equal(expected, status);
        Assert.Equal(type, JsonNode.Parse(body)!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_token_concerns_the_views_that_are_made_of_its_type_and_one_of_no_view_is_refused()
    {
        await _views.Bank.DepositAsync("a", 5);
        await ProjectAsync();
        var states = new StateStore<AccountState>(_views.Bank.Table, "state", AccountJson.Default.AccountState);
        await states.SaveAsync("s", 0, new(7, 1), default);
        var other = new ViewStore<AccountView>(_views.Table, "states", AccountViewJson.Default.AccountView, _views.Bank.Time);
        await ViewsUnderTest.DeliverAsync(Projector.Of(states, [new StatesProjection(other)]), _views.Bank.Table.TakeChanges());

        Assert.Equal(200, (await AskAsync("/accounts/a", token: "account/a@1, state/s@1", views: [Balances, other])).Status);
        Assert.Equal(400, (await AskAsync("/accounts/a", token: "claim/c@1", views: [Balances, other])).Status);
    }

    [Fact]
    public async Task A_token_with_an_id_that_no_aggregate_can_have_is_refused() =>
        Assert.Equal(400, (await AskAsync("/accounts/a", token: $"account/{new string('x', 1025)}@1")).Status);

    [Fact]
    public async Task The_head_of_an_answer_has_no_body()
    {
        await _views.Bank.DepositAsync("a", 5);
        await ProjectAsync();

        Assert.Equal((200, ""), await AskAsync("/accounts/a", "HEAD") is var (status, body, _) ? (status, body) : default);
    }

    [Fact]
    public async Task Too_many_tokens_are_refused() =>
        Assert.Equal(400, (await AskAsync("/accounts/a", token: string.Join(',', Enumerable.Repeat("account/a@1", 17)))).Status);

    [Fact]
    public void Options_tell_all_mistakes_at_once()
    {
        var mistakes = Assert.Throws<OptionsException>(() => new Accounts([], Balances, new() { MaxWait = TimeSpan.FromSeconds(-1), Reserve = TimeSpan.FromSeconds(-2) }));

        Assert.Equal("QueryOptions: MaxWait must not be negative, but is -00:00:01. Reserve must not be negative, but is -00:00:02.", mistakes.Message);
        var defaults = new QueryOptions();
        Assert.Equal(
            (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), null, TimeSpan.FromMilliseconds(500)),
            (defaults.MaxWait, defaults.RetryAfter, defaults.IntegrationTimeout, defaults.Reserve));
    }

    private ViewStore<AccountView> Balances => ViewsUnderTest.Balances(_views.Table, _views.Bank.Time);

    private async Task ProjectAsync() => Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), _views.Bank.Table.TakeChanges()));

    /// <summary>Asks, and has the clock go from timer to timer until there is a reply.</summary>
    private async Task<(int Status, string Body, JsonNode Headers)> AskAsync(string path, string method = "GET", string? token = null, ViewStore[]? views = null)
    {
        var asking = StartAsync(path, method, token, views);
        _views.Bank.Time.Run();
        return await asking;
    }

    private async Task<(int Status, string Body, JsonNode Headers)> StartAsync(string path, string method = "GET", string? token = null, ViewStore[]? views = null)
    {
        var query = new Accounts(views ?? [Balances], Balances, new() { Time = _views.Bank.Time });
        var request = new JsonObject
        {
            ["version"] = "2.0",
            ["rawPath"] = path,
            ["rawQueryString"] = "",
            ["headers"] = token is null ? [] : new JsonObject { ["view-token"] = token },
            ["requestContext"] = new JsonObject { ["http"] = new JsonObject { ["method"] = method, ["path"] = path }, ["requestId"] = "r-1", ["stage"] = "$default" },
        };
        using var reply = await query.FunctionHandler(new MemoryStream(Encoding.UTF8.GetBytes(request.ToJsonString())), new FakeLambdaContext(TimeSpan.FromMinutes(1), _views.Bank.Time));
        var json = JsonNode.Parse(reply)!;
        return (json["statusCode"]!.GetValue<int>(), json["body"]!.GetValue<string>(), json["headers"]!);
    }

    private sealed class StatesProjection(ViewStore<AccountView> view) : StateProjection<AccountState, AccountView>(view)
    {
        protected override IEnumerable<KeyValuePair<ViewKey, AccountView>> RowsOf(StoredState<AccountState> change) =>
            [new(new ViewKey(change.AggregateId), new AccountView(change.State!.Balance, change.Version))];
    }

    private sealed class Accounts(IReadOnlyList<ViewStore> views, ViewStore<AccountView> balances, QueryOptions options)
        : QueryHandler<string, AccountView>(AccountViewJson.Default.AccountView, views, options)
    {
        protected override string Read(ApiRequest request) => request.Path["/accounts/".Length..] is { Length: > 0 } account
            ? account
            : throw new ProblemException(Problems.Malformed("There is no account."));

        protected override async ValueTask<AccountView?> FindAsync(string query, QueryContext context)
        {
            switch (query)
            {
                case "fails":
                    throw new InvalidOperationException("A mistake.");
                case "throttled":
                    throw new TableException("Throttled.", isRetryable: true);
                case "hangs":
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    return null;
                default:
                    return (await balances.FindAsync(new(query), context.CancellationToken))?.Value;
            }
        }
    }
}
