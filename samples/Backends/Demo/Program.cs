using Backends.Demo;

var mistakes = new List<string>();
var run = Guid.NewGuid().ToString("N")[..6];
var (ann, bob) = ($"ann-{run}", $"bob-{run}");
var token = await SignInAsync(ann);
using var web = new Client(Output("WebUrl"), token);
using var mobile = new Client(Output("MobileUrl"), token);
using var bobsWeb = new Client(Output("WebUrl"), await SignInAsync(bob));
using var catalogue = new Client(Output("CatalogueUrl"), token);
using var nobody = new Client(Output("WebUrl"));
using var liar = new Client(Output("WebUrl"), "made-up");

await catalogue.SendAsync(HttpMethod.Put, "v1/outage", """{"isDown":false}""");
await catalogue.SendAsync(HttpMethod.Put, "v1/courses", """{"id":"c1","title":"C# from scratch","summary":"All of it.","lessons":10}""");
await catalogue.SendAsync(HttpMethod.Put, "v1/courses", """{"id":"c2","title":"Queues","summary":"And what comes out.","lessons":4}""");

Console.WriteLine($"{ann} enrols in two courses, on the web and with the app. Both say that it is {bob} who enrols.");
var enrolled = await web.SendAsync(HttpMethod.Post, "v1/enrolments", $$"""{"courseId":"c1","user":"{{bob}}","sub":"{{bob}}"}""");
Expect("who enrols is who has the token", enrolled.Text("user") == ann, enrolled);
Expect("the app's backend goes by the token, too", (await mobile.SendAsync(HttpMethod.Post, "v2/enrolments", $$"""{"courseId":"c2","user":"{{bob}}"}""")).Text("user") == ann, null);

Console.WriteLine("The same services, two shapes:");
var page = await web.GetAsync("v1/home");
Show("web    v1", page);
Expect(
    "the web page has all of it",
    page.Body == $$"""{"user":"{{ann}}","courses":[{"id":"c1","title":"C# from scratch","summary":"All of it.","lessons":10,"done":0},{"id":"c2","title":"Queues","summary":"And what comes out.","lessons":4,"done":0}],"continueWith":null,"missing":[]}""",
    page);
var screen = await mobile.GetAsync("v2/home");
Show("mobile v2", screen);
Expect("the app has what fits a screen", screen.Body == """{"courses":[{"id":"c1","title":"C# from scratch","percent":0},{"id":"c2","title":"Queues","percent":0}],"missing":[]}""", screen);
var others = await bobsWeb.GetAsync("v1/home");
Expect("nobody is enrolled by somebody else's word", others.Text("courses") == "[]", others);

Console.WriteLine("An app that was installed long ago:");
var old = await mobile.GetAsync("v1/home");
Show($"mobile v1 (Deprecation: {old.Deprecation})", old);
Expect("an old version is answered as it was", old.Body == """{"titles":["C# from scratch","Queues"],"missing":[]}""" && old.Deprecation == "@1788220800", old);
await RefusedAsync("a version that was retired", mobile, "v0/home", 410, "version-retired");
await RefusedAsync("a version that never was", mobile, "v9/home", 404, "version-unknown");
await RefusedAsync("an operation of the other client", mobile, "v1/enrolments", 404, "blank");

Console.WriteLine("Those whom the authorizer does not know:");
await RefusedAsync("a request without a token", nobody, "v1/home", 401, "");
await RefusedAsync("a request with a token that is made up", liar, "v1/home", 403, "");

Console.WriteLine("The catalogue is out of order:");
await catalogue.SendAsync(HttpMethod.Put, "v1/outage", """{"isDown":true}""");
var partial = await web.GetAsync("v1/home", answer => answer is { Status: 200, Missing: "catalogue" });
Show("web    v1", partial);
Expect("what is missing is named, and the rest is there", partial is { Status: 200, Missing: "catalogue" } && partial.Text("user") == ann, partial);
var small = await mobile.GetAsync("v2/home", answer => answer is { Status: 200, Missing: "catalogue" });
Show("mobile v2", small);
Expect("the app's reply keeps its form", small.Text("courses") == "[]" && small.Missing == "catalogue", small);
await catalogue.SendAsync(HttpMethod.Put, "v1/outage", """{"isDown":false}""");
Expect("it is whole again when the service is", (await web.GetAsync("v1/home")).Body == page.Body, null);

mistakes.ForEach(mistake => Console.WriteLine("  WRONG: " + mistake));
Console.WriteLine(mistakes.Count == 0 ? "Each client had its own contract, and everybody was who the authorizer says." : $"{mistakes.Count} things are not as expected.");
return mistakes.Count == 0 ? 0 : 1;

async Task<string> SignInAsync(string name)
{
    using var client = new Client(Output("SignInUrl"));
    return (await client.SendAsync(HttpMethod.Post, "v1/sessions", $$"""{"name":"{{name}}"}""")).Text("token");
}

async Task RefusedAsync(string what, Client client, string path, int status, string problem)
{
    var answer = await client.GetAsync(path, answer => answer.Status == status);
    Console.WriteLine($"  {what}: {answer.Status} {answer.Problem}");
    Expect($"{what} is {status} {problem}", answer.Status == status && answer.Problem == problem, answer);
}

void Expect(string what, bool holds, Answer? answer)
{
    if (!holds)
    {
        mistakes.Add($"{what}, but: {answer}");
    }
}

static void Show(string what, Answer answer) => Console.WriteLine($"  {what}: {answer.Body}");

static Uri Output(string name) => new((Environment.GetEnvironmentVariable("PATTERNS_OUTPUT_" + name)
    ?? throw new InvalidOperationException($"Set PATTERNS_OUTPUT_{name} to the stack's output {name}, or start the demo with 'patterns run … --demo'.")).TrimEnd('/') + "/");
