using System.Net;
using Patterns.Backends;
using Patterns.Facade;
using Patterns.Http;

namespace Patterns.ApiProxy.Tests.Backends;

public sealed class BackendHandlerTests
{
    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(VersionPlace.Path, "/v2/home", null, null, "ann")]
    [InlineData(VersionPlace.Path, "/v1/home", null, null, "Hello ann")]
    [InlineData(VersionPlace.Header, "/home", "api-version", "2", "ann")]
    [InlineData(VersionPlace.Header, "/home", "api-version", "1", "Hello ann")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "application/json; version=2", "ann")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "application/json; version=2; q=0.5, application/json; version=\"1\", */*", "Hello ann")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "application/json; version=3, application/json; version=1; q=0.1, application/json; version=2; q=0.5", "ann")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "application/json; version=0, application/json; version=latest, application/json; version=2", "ann")]
    public async Task A_request_is_answered_by_the_version_that_it_names(VersionPlace place, string path, string? header, string? value, string expected)
    {
        var reply = await Rig(place).AskAsync(path, headers: Headers(header, value));

        Assert.Equal(200, reply.Status);
        Assert.Equal(expected, reply.Problem("user") ?? reply.Problem("greeting"));
    }

    [Theory]
    [InlineData(VersionPlace.Path, "/v3/home", null, null, 404, "version-unknown")]
    [InlineData(VersionPlace.Path, "/v0/home", null, null, 410, "version-retired")]
    [InlineData(VersionPlace.Path, "/v99999999999/home", null, null, 404, "version-unknown")]
    [InlineData(VersionPlace.Path, "/home", null, null, 400, "version-missing")]
    [InlineData(VersionPlace.Path, "/view/home", null, null, 400, "version-missing")]
    [InlineData(VersionPlace.Header, "/home", "api-version", "3", 400, "version-unknown")]
    [InlineData(VersionPlace.Header, "/home", "api-version", "0", 410, "version-retired")]
    [InlineData(VersionPlace.Header, "/home", "api-version", "latest", 400, "version-unknown")]
    [InlineData(VersionPlace.Header, "/home", null, null, 400, "version-missing")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "application/json; version=3", 406, "version-unknown")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "application/json; version=3, application/json; version=0; q=0.5", 406, "version-unknown")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "application/json; version=0, application/json; version=3; q=0.5", 410, "version-retired")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "application/json; version=3, application/json; version=2; q=0", 406, "version-unknown")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "application/json", 400, "version-missing")]
    public async Task A_version_that_is_not_served_is_a_problem_that_lists_what_there_is(VersionPlace place, string path, string? header, string? value, int status, string type)
    {
        var reply = await Rig(place).AskAsync(path, headers: Headers(header, value));

        Assert.Equal((status, type, "[1,2]"), (reply.Status, reply.Type, reply.Problem("versions")));
    }

    [Fact]
    public async Task Those_who_name_no_version_get_the_one_that_is_said_to_be_theirs() =>
        Assert.Equal("Hello ann", (await new BackendRig(Contract(VersionPlace.Header, defaultVersion: 1)).AskAsync("/home")).Problem("greeting"));

    [Fact]
    public async Task A_deprecated_version_says_so_on_every_reply_and_another_one_does_not()
    {
        var rig = Rig();

        foreach (var path in new[] { "/v1/home", "/v1/nothing" })
        {
            var reply = await rig.AskAsync(path);
            Assert.Equal("@1767225600", reply.Headers["Deprecation"]);
            Assert.Equal("Fri, 01 Jan 2027 00:00:00 GMT", reply.Headers["Sunset"]);
            Assert.Equal("<https://example.com/move>; rel=\"deprecation\", <https://example.com/move>; rel=\"sunset\"", reply.Headers["Link"]);
        }

        Assert.False((await rig.AskAsync("/v2/home")).Headers.ContainsKey("Deprecation"));
    }

    [Theory]
    [InlineData(VersionPlace.Path, "/v2/home", null, null, null, "application/json", null)]
    [InlineData(VersionPlace.Header, "/home", "api-version", "2", "api-version", "application/json", "Api-Version")]
    [InlineData(VersionPlace.MediaType, "/home", "accept", "text/html, application/json;version=2", null, "application/json; version=2", "Accept")]
    public async Task A_reply_says_by_which_version_it_is(VersionPlace place, string path, string? header, string? value, string? replyHeader, string contentType, string? vary)
    {
        var reply = await Rig(place).AskAsync(path, headers: Headers(header, value));

        Assert.Equal(contentType, reply.Headers["content-type"]);
        Assert.Equal(vary, reply.Headers.GetValueOrDefault("Vary"));
        Assert.Equal(replyHeader is null ? null : "2", reply.Headers.GetValueOrDefault("Api-Version"));
    }

    [Theory]
    [InlineData("GET", "/v2/home")]
    [InlineData("POST", "/v2/enrolments")]
    public async Task A_request_of_nobody_is_refused_before_anything_is_done(string method, string path)
    {
        var reply = await Rig().AskAsync(path, method, """{"course":"c1"}""", user: null);

        Assert.Equal((401, "unauthenticated", "Bearer"), (reply.Status, reply.Type, reply.Headers["WWW-Authenticate"]));
    }

    [Fact]
    public async Task What_is_for_everybody_is_for_nobody_too() => Assert.Equal("", (await Rig().AskAsync("/v2/welcome", user: null)).Problem("user"));

    [Fact]
    public async Task Routes_take_what_is_written_out_before_what_stands_for_any_text()
    {
        var rig = Rig();

        Assert.Equal("new", (await rig.AskAsync("/v2/courses/new")).Problem("course"));
        Assert.Equal("C# & more", (await rig.AskAsync("/v2/courses/C%23%20%26%20more")).Problem("course"));
        Assert.Equal(404, (await rig.AskAsync("/v2/courses")).Status);
        Assert.Equal(404, (await rig.AskAsync("/v2/courses/gone")).Status);
        var wrong = await rig.AskAsync("/v2/home", "DELETE");
        Assert.Equal((405, "GET, HEAD"), (wrong.Status, wrong.Headers["Allow"]));
        Assert.Equal(200, (await rig.AskAsync("/v2/home", "HEAD")).Status);
    }

    [Fact]
    public async Task What_a_service_does_not_deliver_is_named_and_the_rest_is_there()
    {
        var contract = new BackendContract("web");
        contract.Version(1).Get("home", CourseJson.Default.Home, request =>
        {
            var plan = new CallPlan();
            var course = plan.Add("catalogue", CourseJson.Default.String, _ => throw new HttpRequestException("down", null, HttpStatusCode.NotFound));
            var next = plan.Add("progress", CourseJson.Default.StringArray, _ => new(["l2"]));
            return new(plan, result => new Home(request.Caller.Id, result.ValueOrDefault(course), result.ValueOrDefault(next) ?? []));
        });

        var reply = await new BackendRig(contract).AskAsync("/v1/home");

        Assert.Equal("""{"user":"ann","course":null,"next":["l2"],"missing":[{"part":"catalogue","reason":"failed"}]}""", reply.Body);
        Assert.Equal("no-store", reply.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Without_a_mandatory_part_there_is_a_problem_that_names_it()
    {
        var contract = new BackendContract("web");
        contract.Version(1).Get("home", CourseJson.Default.Home, _ =>
        {
            var plan = new CallPlan();
            plan.Add<string>("catalogue", CourseJson.Default.String, _ => throw new HttpRequestException("secret"), new() { IsMandatory = true, MaxAttempts = 1 });
            return new(plan, _ => throw new InvalidOperationException("never"));
        });

        var reply = await new BackendRig(contract).AskAsync("/v1/home");

        Assert.Equal((502, "catalogue"), (reply.Status, reply.Problem("part")));
        Assert.DoesNotContain("secret", reply.Body);
    }

    [Fact]
    public async Task What_is_sent_is_done_once_for_who_asks()
    {
        var reply = await Rig().AskAsync("/v2/enrolments", "POST", """{"course":"c1","user":"eve"}""");

        Assert.Equal("""{"course":"c1","user":"ann"}""", reply.Body);
    }

    [Theory]
    [InlineData("not json", 400, "malformed")]
    [InlineData("null", 400, "malformed")]
    [InlineData("""{"course":{"secret":1}}""", 400, "malformed")]
    [InlineData("""{"secret":1}""", 400, "malformed")]
    [InlineData("""{"course":null,"secret":1}""", 400, "malformed")]
    public async Task A_body_of_another_form_is_refused_without_being_quoted(string body, int status, string type)
    {
        var reply = await Rig().AskAsync("/v2/enrolments", "POST", body);

        Assert.Equal((status, type), (reply.Status, reply.Type));
        Assert.DoesNotContain("secret", reply.Body);
        Assert.DoesNotContain("Enrol", reply.Body);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused() => Assert.Equal(
        413,
        (await new BackendRig(Contract(), new BackendOptions { MaxRequestBytes = 10 }).AskAsync("/v2/enrolments", "POST", """{"course":"c1"}""")).Status);

    [Theory]
    [InlineData("unreachable", 502, "none")]
    [InlineData("broken", 502, "unknown")]
    [InlineData("bad", 502, "unknown")]
    [InlineData("conflict", 409, null)]
    [InlineData("timeout", 408, "unknown")]
    [InlineData("bug", 500, "unknown")]
    [InlineData("impatient", 504, "unknown")]
    [InlineData("nowhere", 503, "none")]
    [InlineData("told", 503, "none")]
    public async Task What_is_known_of_a_request_that_failed_is_said(string course, int status, string? outcome)
    {
        var reply = await Rig().AskAsync("/v2/enrolments", "POST", $$"""{"course":"{{course}}"}""");

        Assert.Equal((status, outcome), (reply.Status, reply.Problem("outcome")));
    }

    [Fact]
    public async Task What_was_done_and_has_a_reply_that_cannot_be_written_may_have_been_done()
    {
        var contract = new BackendContract("web");
        contract.Version(1).Send(HttpMethod.Post, "enrolments", CourseJson.Default.Enrol, CourseJson.Default.Share, (_, _, _) => new(new Share(double.NaN)));

        var reply = await new BackendRig(contract).AskAsync("/v1/enrolments", "POST", """{"course":"c1"}""");

        Assert.Equal((500, "unknown"), (reply.Status, reply.Problem("outcome")));
    }

    [Fact]
    public void What_is_sent_and_stays_without_an_answer_ends_in_time()
    {
        var time = new FakeTimeProvider();
        var calls = 0;
        var contract = new BackendContract("web");
        contract.Version(1).Send(HttpMethod.Post, "enrolments", CourseJson.Default.Enrol, CourseJson.Default.Enrolled, (_, _, _) =>
        {
            calls++;
            return new(new TaskCompletionSource<Enrolled>().Task);
        });
        var rig = new BackendRig(contract, new BackendOptions { OnThreadPool = false, Time = time });

        var (stream, took) = VirtualTime.Run(
            time,
            () => rig.FunctionHandler(BackendRig.Event("/v1/enrolments", BackendRig.Jwt("ann"), "POST", """{"course":"c1"}"""), new FakeLambdaContext(TimeSpan.FromSeconds(10), time)));

        var reply = ApiEvents.Reply(stream);
        Assert.Equal((504, "unknown", 1), (reply.Status, reply.Problem("outcome"), calls));
        Assert.Equal(TimeSpan.FromSeconds(9.5), took);
    }

    [Fact]
    public async Task What_is_sent_to_a_handler_that_blocks_its_thread_ends_in_time()
    {
        using var released = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var time = new FakeTimeProvider();
        var contract = new BackendContract("web");
        contract.Version(1).Send<Enrol, Enrolled>(HttpMethod.Post, "enrolments", CourseJson.Default.Enrol, CourseJson.Default.Enrolled, (_, _, cancellationToken) =>
        {
            // What it does when it is cancelled blocks as well.
            cancellationToken.Register(() => released.Wait(CancellationToken.None));
            begun.SetResult();
            released.Wait(CancellationToken.None);
            throw new InvalidOperationException("late");
        });
        var rig = new BackendRig(contract, new BackendOptions { Time = time });
        var asked = BackendRig.Event("/v1/enrolments", BackendRig.Jwt("ann"), "POST", """{"course":"c1"}""");
        var running = Task.Run(() => rig.FunctionHandler(asked, new FakeLambdaContext(TimeSpan.FromSeconds(10), time)));
        await begun.Task;
        var advancing = Task.Run(() => time.Advance(TimeSpan.FromSeconds(10)));

        var inTime = await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(30))) == running;
        released.Set();
        await advancing;
        var reply = ApiEvents.Reply(await running);
        Assert.True(inTime);
        Assert.Equal((504, "unknown"), (reply.Status, reply.Problem("outcome")));
    }

    [Theory]
    [InlineData("GET", null)]
    [InlineData("POST", "unknown")]
    public async Task A_reply_that_is_larger_than_a_function_may_return_is_500_of_its_version_and_counted_as_that(string method, string? outcome)
    {
        using var counted = new CountedStatuses("patterns.backend.requests", "backend", $"too-large-{method}");
        var large = new string('x', 7_000_000);
        var contract = new BackendContract($"too-large-{method}") { VersionIn = VersionPlace.Header };
        contract.Version(1, new Deprecation(Since))
            .Get("home", CourseJson.Default.OldHome, _ => new(new CallPlan(), _ => new OldHome(large)))
            .Send(HttpMethod.Post, "home", CourseJson.Default.Enrol, CourseJson.Default.OldHome, (_, _, _) => new(new OldHome(large)));

        var reply = await new BackendRig(contract).AskAsync("/home", method, """{"course":"c1"}""", new() { ["api-version"] = "1", ["content-type"] = "application/json" });

        Assert.Equal((500, outcome), (reply.Status, reply.Problem("outcome")));
        Assert.Equal(("1", "Api-Version", "@1767225600"), (reply.Headers["Api-Version"], reply.Headers["Vary"], reply.Headers["Deprecation"]));
        Assert.Equal([500], counted.Statuses);
    }

    [Fact]
    public void A_contract_lists_its_operations() => Assert.Equal(
        ["web.v1.get-home", "web.v2.get-home", "web.v2.get-courses-{}", "web.v2.get-courses-new", "web.v2.get-welcome", "web.v2.post-enrolments"],
        Contract().Operations.Select(operation => operation.Name));

    [Fact]
    public void Mistakes_in_a_contract_are_found_when_it_is_made()
    {
        var contract = Contract();
        var version = contract.Version(3);
        version.Get("a/{id}", CourseJson.Default.Home, _ => null);

        Assert.Throws<ArgumentException>(() => contract.Version(3));
        Assert.Throws<ArgumentException>(() => contract.Retired(3));
        Assert.Throws<ArgumentException>(() => contract.Version(4, new Deprecation(Since, Since.AddDays(-1))));
        Assert.Throws<ArgumentException>(() => version.Get("a/{other}", CourseJson.Default.Home, _ => null));
        Assert.Throws<ArgumentException>(() => version.Get("a//b", CourseJson.Default.Home, _ => null));
        Assert.Throws<ArgumentException>(() => version.Get("{id}/{id}", CourseJson.Default.Home, _ => null));
        Assert.Throws<ArgumentException>(() => version.Get("b", CourseJson.Default.WithMissing, _ => null));
        Assert.Throws<ArgumentException>(() => version.Get("b", CourseJson.Default.StringArray, _ => null));
        Assert.Throws<ArgumentException>(() => new BackendContract("a b"));
        var empty = new BackendContract("web") { DefaultVersion = 2 };
        empty.Version(1);
        Assert.Equal(
            ["Version 1 has no operation.", "DefaultVersion must be a version that is served, but is 2."],
            Assert.Throws<OptionsException>(() => new BackendRig(empty)).Mistakes);
    }

    [Fact]
    public void What_takes_bodies_that_its_schema_does_not_allow_is_refused() => Assert.Equal(
        "The form of the body must be of options with RespectNullableAnnotations and RespectRequiredConstructorParameters, or what its schema requires is not required. (Parameter 'body')",
        Assert.Throws<ArgumentException>(() => new BackendContract("web").Version(1).Send(HttpMethod.Post, "enrolments", LaxJson.Default.Enrol, CourseJson.Default.Enrolled, EnrolAsync)).Message);

    [Theory]
    [InlineData("a/b", "a-b", "web.v1.get-a-b")]
    [InlineData("a/{id}/b", "a/b", null)]
    [InlineData("a-/b", "a/-b", "web.v1.get-a--b")]
    [InlineData("A/b", "a/b", "web.v1.get-a-b")]
    public void Two_operations_of_one_name_are_refused(string path, string other, string? name)
    {
        var version = new BackendContract("web").Version(1).Get(path, CourseJson.Default.Home, _ => null);

        var refusal = Record.Exception(() => version.Get(other, CourseJson.Default.Home, _ => null));

        Assert.Equal(name is null ? null : $"GET {other} and GET {path} would have one name, in capital letters or not: {name}.", refusal?.Message);
    }

    [Fact]
    public void A_value_of_a_path_that_has_another_name_is_the_same_operation() => Assert.Equal(
        new BackendContract("web").Version(1).Get("a/{id}", CourseJson.Default.Home, _ => null).Operations[0].Name,
        new BackendContract("web").Version(1).Get("a/{courseId}", CourseJson.Default.Home, _ => null).Operations[0].Name);

    [Fact]
    public void Mistakes_in_options_are_all_named_at_once() => Assert.Equal(
        ["Budget must be null or positive, but is 00:00:00.", "MaxRequestBytes must be at least 1, but is 0."],
        Assert.Throws<OptionsException>(() => new BackendRig(Contract(), new BackendOptions { Budget = TimeSpan.Zero, MaxRequestBytes = 0 })).Mistakes);

    private static BackendRig Rig(VersionPlace place = VersionPlace.Path) => new(Contract(place));

    private static Dictionary<string, string>? Headers(string? name, string? value) => name is null ? null : new() { [name] = value! };

    private static BackendContract Contract(VersionPlace place = VersionPlace.Path, int? defaultVersion = null)
    {
        var contract = new BackendContract("web") { VersionIn = place, DefaultVersion = defaultVersion }.Retired(0);
        contract.Version(1, new Deprecation(Since, Since.AddYears(1), new Uri("https://example.com/move")))
            .Get("home", CourseJson.Default.OldHome, request => new(new CallPlan(), _ => new OldHome($"Hello {request.Caller.Id}")));
        contract.Version(2)
            .Get("home", CourseJson.Default.Home, request => Course(request, null))
            .Get("courses/{id}", CourseJson.Default.Home, request => request.Value("id") == "gone" ? null : Course(request, request.Value("id")))
            .Get("courses/new", CourseJson.Default.Home, request => Course(request, "new"))
            .Get("welcome", CourseJson.Default.Home, request => new(new CallPlan(), _ => new Home(request.IsAnonymous ? "" : request.Caller.Id, null, [])), isAnonymous: true)
            .Send(HttpMethod.Post, "enrolments", CourseJson.Default.Enrol, CourseJson.Default.Enrolled, EnrolAsync);
        return contract;
    }

    private static Composition<Home> Course(BackendRequest request, string? course) => new(new CallPlan(), _ => new Home(request.Caller.Id, course, []));

    private static ValueTask<Enrolled> EnrolAsync(BackendRequest request, Enrol enrol, CancellationToken cancellationToken) => enrol.Course switch
    {
        "unreachable" => throw new HttpRequestException(HttpRequestError.ConnectionError),
        "broken" => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        "bad" => throw new ProblemException(Problems.BadAnswer()),
        "conflict" => throw new ProblemException(new Problem(409, "You are enrolled.")),
        "timeout" => throw new ProblemException(new Problem(408, "The service waited for too long.")),
        "bug" => throw new InvalidOperationException(),
        "impatient" => throw new TaskCanceledException(),
        "nowhere" => throw new ServiceNotFoundException("enrolments"),
        "told" => throw new ProblemException(Problems.Unavailable(null).With("outcome", "none")),
        _ => new(new Enrolled(enrol.Course, request.Caller.Id)),
    };
}
