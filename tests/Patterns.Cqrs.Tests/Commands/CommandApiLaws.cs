using FsCheck;
using FsCheck.Fluent;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>Whatever a client sends, it is refused and leaves nothing behind, or it takes effect for who asks.</summary>
public sealed class CommandApiLaws
{
    private static readonly int[] Refused = [400, 401, 403, 404, 405, 412, 413, 415, 422];
    private static readonly string[] Values = ["2", "\"money.move\"", "\"a\"", "null", "-1", "1e400", "[]", "[5]", "{}", "{\"Account\":\"a\",\"Amounts\":[5],\"x\":\"\\ud800\"}", "{\"Account\":\"a\",\"Amounts\":[5],\"x\":[{\"\\ud800\":1}]}", "\"\\ud800\"", "true", "\"System.String\"", "{\"Account\":\"a\",\"Amounts\":[5]}"];
    private static readonly string[] Members = ["name", "version", "key", "actor", "issuedAt", "expectedVersion", "arguments", "$type", "Name", "__proto__"];
    private static readonly string[] Texts = ["k", "", "\"0\"", "\"1\"", "*", "k\nk", "'", "application/json", "text/xml", "application/json; charset=utf-16", "eve"];

    [Fact]
    public void A_request_has_an_effect_exactly_if_it_is_accepted_and_nothing_that_a_client_sends_is_a_failure_of_this_side() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(23, 23).WithQuietOnSuccess(true));

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var desk = new Desk();
        var caller = random.Next(5) == 0 ? null : "ann";
        var headers = CommandApi.Headers(random.Next(5) == 0 ? Pick(random, Texts) : "k", random.Next(4) == 0 ? Pick(random, Texts) : null);
        if (random.Next(6) == 0)
        {
            headers["Content-Type"] = Pick(random, Texts);
        }

        var body = Body(random);
        var reply = new CommandApi(desk.Naming()).SendAsync(random.Next(12) == 0 ? "PATCH" : "POST", "/", body, headers, caller).GetAwaiter().GetResult();

        var history = desk.Bank.HistoryAsync("a").GetAwaiter().GetResult();
        Assert.Equal(reply.StatusCode == 200, history.Count > 0);
        Assert.All(history, stored => Assert.Equal("ann", stored.Metadata.Actor));
        Assert.True(reply.StatusCode == 200 || Refused.Contains(reply.StatusCode), $"Seed {seed}: {reply.StatusCode} to {body}");
    }

    /// <summary>A command that is right, with some of its members something else, and now and then cut off.</summary>
    private static string Body(Random random)
    {
        var members = new Dictionary<string, string>
        {
            ["name"] = "\"money.move\"",
            ["version"] = "2",
            ["arguments"] = """{"Account":"a","Amounts":[5]}""",
        };
        for (var count = random.Next(4); count > 0; count--)
        {
            members[Pick(random, Members)] = Pick(random, Values);
        }

        var body = $"{{{string.Join(',', members.Select(member => $"\"{member.Key}\":{member.Value}"))}}}";
        return random.Next(8) == 0 ? body[..random.Next(body.Length)] : body;
    }

    private static string Pick(Random random, string[] texts) => texts[random.Next(texts.Length)];
}
