using System.Text.Json;
using Patterns.Cqrs.Tests.Aggregates;
using Patterns.Http;

namespace Patterns.Cqrs.Tests.Commands;

public sealed class CommandApiHandlerTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_command_takes_effect_for_who_asks_and_its_repetition_gets_the_same_reply()
    {
        var first = await Api().PostAsync(CommandApi.Move("a", 5, 6));
        await _desk.Bank.DepositAsync("a", 7);
        var second = await Api().PostAsync(CommandApi.Move("a", 5, 6));

        Assert.Equal((200, "application/json", "2", null), (first.StatusCode, first.ContentType, first.Text(), first.Header("Idempotency-Replayed")));
        Assert.Equal((200, "application/json", "2", "true"), (second.StatusCode, second.ContentType, second.Text(), second.Header("Idempotency-Replayed")));
        var history = await _desk.Bank.HistoryAsync("a");
        Assert.Equal(3, history.Count);
        Assert.Equal(new EventMetadata { CommandKey = "k", Actor = "ann" }, history[0].Metadata);
    }

    [Fact]
    public async Task A_reply_names_the_version_that_the_command_led_to_also_when_it_is_repeated()
    {
        await _desk.Bank.DepositAsync("a", 1);
        var api = new CommandApi(_desk.Naming());

        var first = await api.PostAsync(CommandApi.Move("a", 5, 6));
        await _desk.Bank.DepositAsync("a", 7);
        var second = await api.PostAsync(CommandApi.Move("a", 5, 6));

        Assert.All([first, second], reply => Assert.Equal((200, "3", "\"3\"", "account/a@3"), (reply.StatusCode, reply.Text(), reply.Header("ETag"), reply.Header("View-Token"))));
        Assert.Equal("true", second.Header("Idempotency-Replayed"));
        Assert.Null((await Api().PostAsync(CommandApi.Move("b", 5), "other")).Header("ETag"));
    }

    [Theory]
    [InlineData("a\\nFORGED LINE")]
    [InlineData("schl\u00fcssel")]
    [InlineData("\\u0000")]
    [InlineData("queue:shop/1")]
    public async Task A_key_of_the_body_is_held_to_the_rule_of_the_header(string key)
    {
        var reply = await Api().PostAsync(CommandApi.Move("a", 5).Replace("{\"name\"", $"{{\"key\":\"{key}\",\"name\"", StringComparison.Ordinal), null);

        Assert.Equal((400, "malformed"), (reply.StatusCode, reply.Problem()));
        Assert.Empty(_desk.Bank.Table.Items);
    }

    [Fact]
    public async Task A_key_of_a_translated_request_is_held_to_the_rule_of_the_header()
    {
        var api = new CommandApi(_desk.Router(), translate: _ => Desk.Request(new string('k', 256), "a", 5));

        var reply = await api.PostAsync("{}", null);

        Assert.Equal((400, "malformed"), (reply.StatusCode, reply.Problem()));
    }

    [Fact]
    public async Task A_version_that_nothing_checks_is_not_ignored()
    {
        var reply = await Api().PostAsync(CommandApi.Move("a", 5), ifMatch: "\"7\"");

        Assert.Equal((400, "invalid", "[\"This command takes no expected version.\"]"), (reply.StatusCode, reply.Problem(), reply.Member("mistakes")));
        Assert.Empty(_desk.Bank.Table.Items);
    }

    [Fact]
    public async Task A_version_of_an_earlier_reply_is_expected_and_another_one_is_refused_at_every_repetition()
    {
        var api = new CommandApi(_desk.Naming());
        var etag = (await api.PostAsync(CommandApi.Move("a", 5), "k1")).Header("ETag");

        var fresh = await api.PostAsync(CommandApi.Move("a", 6), "k2", ifMatch: etag);
        var stale = await api.PostAsync(CommandApi.Move("a", 7), "k3", ifMatch: etag);
        var repeated = await api.PostAsync(CommandApi.Move("a", 7), "k3", ifMatch: etag);

        Assert.Equal((200, "\"2\""), (fresh.StatusCode, fresh.Header("ETag")));
        Assert.All([stale, repeated], reply => Assert.Equal((412, "stale-version", "2", "account/a@2", null), (reply.StatusCode, reply.Problem(), reply.Member("version"), reply.Header("View-Token"), reply.Header("ETag"))));
        Assert.Equal((null, "true"), (stale.Header("Idempotency-Replayed"), repeated.Header("Idempotency-Replayed")));
        Assert.Equal(2, (await _desk.Bank.HistoryAsync("a")).Count);
        Assert.Equal([null, null, "stale-version"], (await _desk.JournalAsync()).Select(entry => entry.RefusalCode));
        Assert.Equal(422, (await api.PostAsync(CommandApi.Move("a", 6), "k2", ifMatch: "\"2\"")).StatusCode);
    }

    [Fact]
    public async Task An_account_that_nothing_has_happened_to_has_the_version_0()
    {
        var api = new CommandApi(_desk.Naming());

        Assert.Equal(200, (await api.PostAsync(CommandApi.Move("a", 5), "k1", ifMatch: "\"0\"")).StatusCode);
        Assert.Equal(412, (await api.PostAsync(CommandApi.Move("a", 5), "k2", ifMatch: "\"0\"")).StatusCode);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("*")]
    [InlineData("W/\"3\"")]
    [InlineData("\"3\", \"4\"")]
    [InlineData("\"\"")]
    [InlineData("\"")]
    [InlineData("\"03\"")]
    [InlineData("\"-3\"")]
    [InlineData("\"three\"")]
    [InlineData("\"99999999999999999999\"")]
    public async Task A_header_that_expects_no_version_is_malformed(string ifMatch) =>
        await AssertRefusedAsync(Api().PostAsync(CommandApi.Move("a", 5), ifMatch: ifMatch), 400, "malformed");

    [Fact]
    public async Task Key_and_version_may_be_in_the_body_and_must_not_differ_from_the_headers()
    {
        const string Body = """{"name":"money.move","version":2,"key":"k","expectedVersion":0,"arguments":{"Account":"a","Amounts":[5]}}""";
        var api = new CommandApi(_desk.Naming());
        await AssertRefusedAsync(api.PostAsync(Body, "other"), 400, "malformed");
        await AssertRefusedAsync(api.PostAsync(Body, "k", ifMatch: "\"1\""), 400, "malformed");

        Assert.Equal(200, (await api.PostAsync(Body, key: null)).StatusCode);
        Assert.Equal("true", (await api.PostAsync(Body, "k", ifMatch: "\"0\"")).Header("Idempotency-Replayed"));
    }

    public static TheoryData<string, int, string, string, string> Bodies => new()
    {
        { "", 400, "malformed", "detail", "The body is no command, at $." },
        { "null", 400, "malformed", "detail", "The body is null." },
        { "[]", 400, "malformed", "detail", "The body is no command, at $." },
        { """{"version":2}""", 400, "malformed", "detail", "The body is no command, at $." },
        { """{"name":"money.move","version":"two"}""", 400, "malformed", "detail", "The body is no command, at $.version." },
        { """{"name":"\ud800","version":2}""", 400, "malformed", "detail", "The body is no command, at $.name." },
        { """{"name":"money.move","version":2,"actor":"director","arguments":{"Account":"vault","Amounts":[1]}}""", 400, "malformed", "detail", "Who asks is what the API's authorizer says: the body must have no actor." },
        { """{"name":"money.burn"}""", 404, "unknown-command", "versions", "" },
        { """{"name":null}""", 404, "unknown-command", "versions", "" },
        { """{"name":"System.Object, System.Private.CoreLib"}""", 404, "unknown-command", "versions", "" },
        { """{"name":"money.move"}""", 400, "version-unknown", "versions", "[2]" },
        { """{"name":"money.move","version":2147483647}""", 400, "version-unknown", "versions", "[2]" },
        { """{"name":"money.move","version":2,"arguments":{"Account":"","Amounts":[]}}""", 400, "invalid", "mistakes", """["Account must not be empty.","Amounts must not be empty."]""" },
        { """{"name":"money.move","version":2,"arguments":{"Account":"a","Amounts":["all"]}}""", 400, "invalid", "mistakes", """["The arguments cannot be read, at $.Amounts[0]."]""" },
        { """{"name":"money.move","version":2}""", 400, "invalid", "mistakes", """["The arguments cannot be read, at $."]""" },
        { """{"name":"money.move","version":2,"arguments":{"Account":"vault","Amounts":[1]}}""", 403, "forbidden", "mistakes", "" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_is_no_command_of_the_caller_is_told_why_and_leaves_nothing_behind(string body, int status, string problem, string member, string value) =>
        Assert.Equal(value, (await AssertRefusedAsync(Api().PostAsync(body), status, problem)).Member(member).Replace("\\u0027", "'", StringComparison.Ordinal));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("k\tk")]
    [InlineData("schlüssel")]
    public async Task A_command_needs_a_key_of_printable_characters(string? key) => await AssertRefusedAsync(Api().PostAsync(CommandApi.Move("a", 5), key), 400, "malformed");

    [Fact]
    public async Task A_key_has_at_most_255_characters()
    {
        Assert.Equal(200, (await Api().PostAsync(CommandApi.Move("a", 5), new string('k', 255))).StatusCode);
        Assert.Equal(400, (await Api().PostAsync(CommandApi.Move("a", 5), new string('k', 256))).StatusCode);
    }

    [Fact]
    public async Task Whom_the_authorizer_does_not_name_is_refused_unless_an_option_allows_it()
    {
        var refused = await AssertRefusedAsync(Api().PostAsync(CommandApi.Move("a", 5), caller: null), 401, "unauthenticated");
        var allowed = await Api(new() { AllowsAnonymous = true }).PostAsync(CommandApi.Move("a", 5), caller: null);

        Assert.Equal("Bearer", refused.Header("WWW-Authenticate"));
        Assert.Equal(200, allowed.StatusCode);
        Assert.Null(Assert.Single(await _desk.Bank.HistoryAsync("a")).Metadata.Actor);
    }

    [Fact]
    public async Task Another_method_another_type_and_a_body_that_is_too_large_are_refused()
    {
        var wrong = await AssertRefusedAsync(Api().SendAsync("PUT", "/commands", CommandApi.Move("a", 5), CommandApi.Headers()), 405, "blank");
        await AssertRefusedAsync(Api().SendAsync("POST", "/commands", "name=money.move", new() { ["content-type"] = "application/x-www-form-urlencoded" }), 415, "unsupported-media-type");
        var large = await AssertRefusedAsync(Api(new() { MaxRequestBytes = 80 }).PostAsync(CommandApi.Move("a", 5, 6, 7, 8, 9)), 413, "too-large");

        Assert.Equal("POST", wrong.Header("Allow"));
        Assert.Equal("At most 80 bytes are taken.", large.Member("detail"));
    }

    [Fact]
    public async Task A_rule_that_says_no_is_a_problem_with_its_code_at_every_repetition()
    {
        var first = await Api().PostAsync(CommandApi.Move("a", -5));
        await _desk.Bank.DepositAsync("a", 7);
        var second = await Api().PostAsync(CommandApi.Move("a", -5));

        Assert.All([first, second], reply => Assert.Equal(
            (422, "refused", "insufficient-funds", "There is not that much on the account."),
            (reply.StatusCode, reply.Problem(), reply.Member("code"), reply.Member("detail"))));
        Assert.Equal((null, "true"), (first.Header("Idempotency-Replayed"), second.Header("Idempotency-Replayed")));
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_command_or_by_somebody_else_is_refused()
    {
        await Api().PostAsync(CommandApi.Move("a", 5));

        foreach (var reply in new[] { await Api().PostAsync(CommandApi.Move("a", 6)), await Api().PostAsync(CommandApi.Move("a", 5), caller: "bob") })
        {
            Assert.Equal((422, "key-reused"), (reply.StatusCode, reply.Problem()));
        }

        Assert.Single(await _desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_command_that_does_not_say_when_it_was_issued_is_refused_where_age_counts()
    {
        var desk = new Desk { MaxAge = TimeSpan.FromMinutes(10) };

        var reply = await new CommandApi(desk.Router()).PostAsync(CommandApi.Move("a", 5));

        Assert.Equal((400, "expired"), (reply.StatusCode, reply.Problem()));
        Assert.Empty(await desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task Requests_are_counted_by_command_and_status_and_names_that_nobody_knows_are_none()
    {
        var name = $"money.move-{Guid.NewGuid():N}";
        var router = new CommandRouter(_desk.Bank.Table).With(name, 2, CommandTestJson.Default.MoveMoney, CommandTestJson.Default.Int64, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table));
        using var counted = new CountedCommands(name);

        await new CommandApi(router).PostAsync(CommandApi.Move("a", 5).Replace("money.move", name, StringComparison.Ordinal));
        await new CommandApi(router).PostAsync(CommandApi.Move("vault", 5).Replace("money.move", name, StringComparison.Ordinal), "k2");
        await new CommandApi(router).PostAsync("""{"name":"money.burn"}""", "k3");

        Assert.Equal([200, 403], counted.Statuses);
        Assert.DoesNotContain("money.burn", counted.Names);
    }

    [Fact]
    public async Task A_route_of_its_own_makes_its_command_and_the_actor_stays_who_asks()
    {
        var api = new CommandApi(_desk.Router(), new() { Methods = ["POST", "PUT"] }, request => request.Path.Split('/') is [_, "accounts", var account, "deposits"]
            ? Desk.Request("", account, JsonSerializer.Deserialize(request.Json().Span, CommandTestJson.Default.Int64)) with { Actor = "director" }
            : null);

        Assert.Equal(200, (await api.SendAsync("PUT", "/accounts/a/deposits", "5", CommandApi.Headers())).StatusCode);
        Assert.Equal((404, "blank"), await StatusAsync(api.SendAsync("POST", "/accounts/a", "5", CommandApi.Headers("k2"))));
        Assert.Equal((403, "forbidden"), await StatusAsync(api.SendAsync("POST", "/accounts/vault/deposits", "5", CommandApi.Headers("k3"))));
        Assert.Equal((500, "blank"), await StatusAsync(api.SendAsync("POST", "/accounts/a/deposits", "five", CommandApi.Headers("k4"))));
        Assert.Equal("ann", Assert.Single(await _desk.Bank.HistoryAsync("a")).Metadata.Actor);
    }

    [Fact]
    public void Options_have_their_defaults_and_say_all_mistakes_at_once()
    {
        var options = new CommandApiOptions();
        Assert.Equal(("POST", false, 262_144, null, TimeSpan.FromMilliseconds(500), true), (string.Join(',', options.Methods), options.AllowsAnonymous, options.MaxRequestBytes, options.IntegrationTimeout, options.Reserve, options.OnThreadPool));

        var failure = Assert.Throws<OptionsException>(() => Api(new() { Methods = [], MaxRequestBytes = 0, IntegrationTimeout = TimeSpan.Zero, Reserve = TimeSpan.FromSeconds(-1) }));

        Assert.Equal(
            "CommandApiOptions: IntegrationTimeout must be null or positive, but is 00:00:00. Reserve must not be negative, but is -00:00:01. Methods must not be empty. MaxRequestBytes must be at least 1, but is 0.",
            failure.Message);
    }

    private CommandApi Api(CommandApiOptions? options = null) => new(_desk.Router(), options);

    private async Task<ApiReply> AssertRefusedAsync(Task<ApiReply> asked, int status, string problem)
    {
        var reply = await asked;
        Assert.Equal((status, problem, "application/problem+json"), (reply.StatusCode, reply.Problem(), reply.ContentType));
        Assert.Empty(_desk.Bank.Table.Items);
        return reply;
    }

    private static async Task<(int Status, string Problem)> StatusAsync(Task<ApiReply> asked) => ((await asked).StatusCode, (await asked).Problem());
}
