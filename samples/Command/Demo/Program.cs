using Command.Demo;

var begin = DateTimeOffset.UtcNow;
var stack = StackOutputs.FromEnvironment();
var run = Guid.NewGuid().ToString("N")[..8];
var (policy, other, queued) = ($"{run}-p1", $"{run}-p2", $"{run}-p3");
using var sessions = new Sessions(stack);
using var queue = new Queue(stack);
using var ann = new Client(stack.ApiUrl, await sessions.SignInAsync($"ann-{run}", "customer"));
using var bob = new Client(stack.ApiUrl, await sessions.SignInAsync($"bob-{run}", "customer"));
using var auditor = new Client(stack.ApiUrl, await sessions.SignInAsync($"eve-{run}", "auditor"));
using var nobody = new Client(stack.ApiUrl, null);
var check = new Check();
var keys = 0;

Console.WriteLine($"Ann has a policy, {policy}, and sends each command to the same endpoint:");
var opened = check.Expect("she opens it", await ann.SendAsync(Open(policy, 1000), Key("open")), 200);
var again = check.Expect("she opens it again, with the same key", await ann.SendAsync(Open(policy, 1000), Key("open")), 200);
check.Expect("a repetition should have the same reply", again is { IsReplayed: true } && (again.Body, again.ETag, again.ViewToken) == (opened.Body, opened.ETag, opened.ViewToken), again);
check.Expect("the first version should be 1", (opened.ETag, opened.ViewToken) == ("\"1\"", $"policy/{policy}@1"), opened);
check.Expect("she uses that key for another command", await ann.SendAsync(Open(other, 1000), Key("open")), 422, "key-reused");
var changed = check.Expect("she changes the version that she has seen", await ann.SendAsync(Change(policy, 2000), Key("change"), opened.ETag), 200);
check.Expect("she changes that version once more", await ann.SendAsync(Change(policy, 3000), Key("stale"), opened.ETag), 412, "stale-version");
var refused = check.Expect("she wants a hundred times as much", await ann.SendAsync(Change(policy, 200_000), Key("greedy")), 422, "refused");
check.Expect("a refusal should name the rule", refused.Member("code") == "too-much-at-once", refused);

Console.WriteLine("What is no command of hers, or no command at all:");
var foreign = check.Expect("Bob changes her policy", await bob.SendAsync(Change(policy, 1), Key("bob")), 422, "refused");
check.Expect("a refusal should say that it is not his", foreign.Member("code") == "not-the-holder", foreign);
check.Expect("Bob says that he is Ann", await bob.SendAsync($$$"""{"name":"policy.cancel","actor":"ann-{{{run}}}","arguments":{"policyId":"{{{policy}}}","reason":"joke"}}""", Key()), 400, "malformed");
check.Expect("nobody opens one", await nobody.SendAsync(Open(other, 1000), Key()), 401);
check.Expect("a command that is not in the list", await ann.SendAsync("""{"name":"policy.burn"}""", Key()), 404, "unknown-command");
var versions = check.Expect("a version that is not in the list", await ann.SendAsync("""{"name":"policy.open","version":9}""", Key()), 400, "version-unknown");
check.Expect("the versions should be named", versions.Member("versions") == "[1]", versions);
var invalid = check.Expect("a cover below nothing", await ann.SendAsync(Open(other, -1), Key()), 400, "invalid");
check.Expect("the mistakes should be named", invalid.Member("mistakes").Contains("A cover is more than 0", StringComparison.Ordinal), invalid);
check.Expect("arguments of another form", await ann.SendAsync("""{"name":"policy.open","arguments":{"policyId":7}}""", Key()), 400, "invalid");
check.Expect("a command without a key", await ann.SendAsync(Open(other, 1000)), 400, "malformed");
check.Expect("If-Match with two versions", await ann.SendAsync(Change(policy, 5), Key(), "\"1\", \"2\""), 400, "malformed");

Console.WriteLine("Four copies of one command at the same time, and one more by the queue:");
var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ann.SendAsync(Change(policy, 4000), Key("copies"))));
await queue.SendAsync(policy, With(Change(policy, 4000), Key("copies"), $"ann-{run}"));
foreach (var copy in copies)
{
    check.Expect("a copy", copy, 200);
    check.Expect("all copies should have one reply", copy.Body == copies[0].Body && copy.ETag == "\"3\"", copy);
}

Console.WriteLine($"Another service sends commands of {queued} through the queue, each twice, and some that cannot be done:");
foreach (var command in new[]
{
    With(Open(queued, 100), Key("q-open"), "broker"),
    With(Change(queued, 200), Key("q-change"), "broker"),
    With(Cancel(queued), Key("q-cancel"), "broker"),
    With(Change(queued, 300), Key("q-late"), "broker"),
    With("""{"name":"policy.burn","arguments":{}}""", Key("q-burn"), "broker"),
})
{
    await queue.SendAsync(queued, command);
    await queue.SendAsync(queued, command);
}

// The last message of the policy's group tells that all before it have ended.
var failed = new HashSet<string>();
for (var tries = 0; tries < 120 && !(failed.Contains("q-late") && failed.Contains("q-burn")); tries++)
{
    foreach (var (body, reason) in await queue.TakeFailedAsync(run))
    {
        Console.WriteLine($"  failed: {body[..Math.Min(60, body.Length)]}… {reason}");
        failed.Add(body.Contains("q-late", StringComparison.Ordinal) ? "q-late" : body.Contains("q-burn", StringComparison.Ordinal) ? "q-burn" : body);
    }

    await Task.Delay(TimeSpan.FromMilliseconds(250));
}

check.Expect("what cannot be done should fail, and nothing else", failed.SetEquals(["q-late", "q-burn"]), string.Join(" | ", failed));
var end = check.Expect("Ann cancels the version that all of that led to", await ann.SendAsync(Cancel(policy), Key("cancel"), copies[0].ETag), 200);
check.Expect("each command should have had one effect", end.ETag == "\"4\"", end);

Console.WriteLine("The journal, for an auditor alone:");
var journal = await JournalLine.ReadAsync(auditor, run, begin);
foreach (var line in journal)
{
    Console.WriteLine($"  {line.Name,-22}{line.Actor,-16}{line.Key[(run.Length + 1)..],-12}{line.Refusal}");
}

check.Expect(
    "the journal should have each command that has a reply, once",
    journal.Select(Text).Order().SequenceEqual(new[]
    {
        "bob:not-the-holder", "cancel", "change", "copies", "greedy:too-much-at-once", "open", "q-cancel", "q-change", "q-late:policy-is-cancelled", "q-open", "stale:stale-version",
    }),
    string.Join(", ", journal.Select(Text)));
check.Expect("commands of the queue should be in their order", journal.Select(Text).Where(text => text.StartsWith("q-", StringComparison.Ordinal)).SequenceEqual(["q-open", "q-change", "q-cancel", "q-late:policy-is-cancelled"]), string.Join(", ", journal.Select(Text)));
check.Expect("others should not read it", (await ann.GetAsync($"journal/{begin:yyyy-MM-dd}")).Status == 403, null);

foreach (var mistake in check.Mistakes.Take(20))
{
    Console.WriteLine("  WRONG: " + mistake);
}

Console.WriteLine(check.Mistakes.Count == 0
    ? $"Every command had one effect and one reply ({(DateTimeOffset.UtcNow - begin).TotalSeconds:F0} s)."
    : $"{check.Mistakes.Count} things are not as expected.");
return check.Mistakes.Count == 0 ? 0 : 1;

string Key(string? name = null) => $"{run}-{name ?? $"none-{++keys}"}";

string Text(JournalLine line) => line.Key[(run.Length + 1)..] + (line.Refusal is null ? "" : ":" + line.Refusal);

static string Open(string policy, decimal cover) => $$$"""{"name":"policy.open","version":1,"arguments":{"policyId":"{{{policy}}}","cover":{{{cover}}}}}""";

static string Change(string policy, decimal cover) => $$$"""{"name":"policy.change-cover","arguments":{"policyId":"{{{policy}}}","cover":{{{cover}}}}}""";

static string Cancel(string policy) => $$$"""{"name":"policy.cancel","arguments":{"policyId":"{{{policy}}}","reason":"moved"}}""";

// From the queue, key and actor are in the message: whoever may send there is trusted.
static string With(string command, string key, string actor) => $$"""{"key":"{{key}}","actor":"{{actor}}",{{command[1..]}}""";
