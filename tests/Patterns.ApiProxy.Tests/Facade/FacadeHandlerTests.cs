using System.Net;
using Patterns.Facade;
using Patterns.Http;
using Patterns.Resilience;

namespace Patterns.ApiProxy.Tests.Facade;

public sealed class FacadeHandlerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Parts_that_need_nothing_of_each_other_are_asked_for_at_once_and_others_after()
    {
        var rig = new FacadeRig(_time, plan =>
        {
            var customer = plan.Add("customer", FacadeJson.Default.String, context => After(300, "Ann", context));
            plan.Add("weather", FacadeJson.Default.String, context => After(400, "rain", context));
            plan.Add("greeting", FacadeJson.Default.String, context => After(200, $"Hello {context.Value(customer)}", context), needs: [customer]);
        });

        var (reply, took) = rig.Ask();

        Assert.Equal("""{"customer":"Ann","weather":"rain","greeting":"Hello Ann","missing":[]}""", reply.Body);
        Assert.Equal((200, TimeSpan.FromMilliseconds(500)), (reply.Status, took));
        Assert.False(reply.Headers.ContainsKey("cache-control"));
    }

    [Theory]
    [InlineData("killed", "failed")]
    [InlineData("stalled", "outOfTime")]
    [InlineData("deaf", "outOfTime")]
    [InlineData("slow", "outOfTime")]
    public void Whatever_becomes_of_each_part_in_turn_the_reply_is_in_time_and_names_it(string fault, string reason)
    {
        string[] names = ["customer", "orders", "prices", "advice"];
        foreach (var victim in names)
        {
            var rig = new FacadeRig(_time, plan =>
            {
                var customer = plan.Add("customer", FacadeJson.Default.String, context => CallAsync("customer", context));
                var orders = plan.Add("orders", FacadeJson.Default.String, context => CallAsync("orders", context), needs: [customer]);
                plan.Add("prices", FacadeJson.Default.String, context => CallAsync("prices", context), needs: [orders]);
                plan.Add("advice", FacadeJson.Default.String, context => CallAsync("advice", context));
            });

            var (reply, took) = rig.Ask();

            var missing = FacadeRig.Reports(reply, "missing");
            Assert.Equal(200, reply.Status);
            Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(2));
            Assert.Equal(reason, missing[victim]);
            Assert.Equal("no-store", reply.Headers["cache-control"]);
            Assert.Equal(
                victim switch { "customer" => ["orders", "prices"], "orders" => ["prices"], _ => [] },
                missing.Where(pair => pair.Value == "dependencyMissing").Select(pair => pair.Key));
            Assert.Equal(names.Except(missing.Keys), names.Where(name => reply.Problem(name) is not null));

            async ValueTask<string> CallAsync(string name, PartContext context)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), _time, context.CancellationToken).ConfigureAwait(false);
                if (name != victim)
                {
                    return name;
                }

                return fault switch
                {
                    "killed" => throw new HttpRequestException("killed"),
                    "stalled" => await new TaskCompletionSource<string>().Task.WaitAsync(context.CancellationToken).ConfigureAwait(false),
                    "deaf" => await new TaskCompletionSource<string>().Task.ConfigureAwait(false),
                    _ => await After(5_000, name, context).ConfigureAwait(false),
                };
            }
        }
    }

    [Fact]
    public void A_mandatory_part_that_fails_ends_the_reply_at_once_with_its_name()
    {
        var rig = new FacadeRig(_time, plan =>
        {
            plan.Add("customer", FacadeJson.Default.String, async context =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), _time).ConfigureAwait(false);
                throw new InvalidOperationException("secret");
            }, new() { IsMandatory = true });
            plan.Add("slow", FacadeJson.Default.String, context => After(1_500, "x", context));
        });

        var (reply, took) = rig.Ask();

        Assert.Equal((502, "customer", TimeSpan.FromMilliseconds(100)), (reply.Status, reply.Problem("part"), took));
        Assert.DoesNotContain("secret", reply.Body);
        Assert.Contains(rig.Log.Lines, line => line.Contains("customer", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_mandatory_part_needs_is_mandatory_by_that()
    {
        var rig = new FacadeRig(_time, plan =>
        {
            var customer = plan.Add("customer", FacadeJson.Default.String, _ => throw new ProblemException(Problems.NotFound()));
            plan.Add("orders", FacadeJson.Default.String, context => new("x"), new() { IsMandatory = true }, [customer]);
        });

        Assert.Equal((404, "orders"), (rig.Ask().Reply.Status, rig.Ask().Reply.Problem("part")));
    }

    [Fact]
    public void A_mandatory_part_that_stalls_is_504()
    {
        var rig = new FacadeRig(_time, plan => plan.Add("customer", FacadeJson.Default.String, _ => new(new TaskCompletionSource<string>().Task), new() { IsMandatory = true }));

        var (reply, took) = rig.Ask();

        Assert.Equal((504, "customer", TimeSpan.FromSeconds(2)), (reply.Status, reply.Problem("part"), took));
    }

    [Fact]
    public void A_part_has_no_more_time_than_its_budget()
    {
        var rig = new FacadeRig(_time, plan =>
        {
            plan.Add("a", FacadeJson.Default.String, context => After(600, "x", context), new() { Budget = TimeSpan.FromMilliseconds(500) });
            plan.Add("b", FacadeJson.Default.String, context => After(500, "x", context), new() { Budget = TimeSpan.FromMilliseconds(510) });
        });

        var (reply, took) = rig.Ask();

        Assert.Equal("""{"b":"x","missing":[{"part":"a","reason":"outOfTime"}]}""", reply.Body);
        Assert.Equal(TimeSpan.FromMilliseconds(500), took);
    }

    [Fact]
    public void A_part_is_tried_again_when_that_may_help_and_there_is_time()
    {
        var calls = new Dictionary<string, int>();
        var rig = new FacadeRig(_time, plan =>
        {
            plan.Add("recovers", FacadeJson.Default.Int32, context => Count("recovers") == 1 ? throw new HttpRequestException("reset") : new(context.Attempt), new() { MaxAttempts = 3 });
            plan.Add("gone", FacadeJson.Default.Int32, _ => Fail("gone", HttpStatusCode.NotFound), new() { MaxAttempts = 3 });
            plan.Add("down", FacadeJson.Default.Int32, _ => Fail("down", HttpStatusCode.ServiceUnavailable), new() { MaxAttempts = 3 });
            plan.Add("late", FacadeJson.Default.Int32, _ => Fail("late", HttpStatusCode.ServiceUnavailable), new() { MaxAttempts = 3, RetryDelay = TimeSpan.FromSeconds(3) });
            plan.Add("stalls", FacadeJson.Default.Int32, async context => Count("stalls") == 1 ? await new TaskCompletionSource<int>().Task : 7, new() { AttemptTimeout = TimeSpan.FromMilliseconds(300) });
        });

        var (reply, _) = rig.Ask();

        Assert.Equal("""{"recovers":2,"stalls":7,"missing":[{"part":"gone","reason":"failed"},{"part":"down","reason":"failed"},{"part":"late","reason":"failed"}]}""", reply.Body);
        Assert.Equal(new Dictionary<string, int> { ["recovers"] = 2, ["gone"] = 1, ["down"] = 3, ["late"] = 1, ["stalls"] = 2 }, calls);

        int Count(string name) => calls[name] = calls.GetValueOrDefault(name) + 1;

        ValueTask<int> Fail(string name, HttpStatusCode status)
        {
            Count(name);
            throw new HttpRequestException("no", null, status);
        }
    }

    [Fact]
    public void A_fallback_stands_in_and_the_reply_says_so()
    {
        var rig = new FacadeRig(_time, plan =>
        {
            var a = plan.Add("a", FacadeJson.Default.String, _ => throw new InvalidOperationException(), new() { Fallback = reason => $"{reason}", IsMandatory = true });
            plan.Add("b", FacadeJson.Default.String, context => new(context.Value(a) + "!"), needs: [a]);
            plan.Add("c", FacadeJson.Default.String, _ => throw new InvalidOperationException(), new() { Fallback = _ => throw new InvalidOperationException() });
        });

        Assert.Equal(
            """{"a":"Failed","b":"Failed!","missing":[{"part":"c","reason":"failed"}],"substituted":[{"part":"a","reason":"failed"}]}""",
            rig.Ask().Reply.Body);
    }

    [Fact]
    public void A_part_whose_circuit_is_open_is_not_asked_for()
    {
        var calls = 0;
        var circuit = new Circuit(new InMemoryTable(time: _time), new CircuitOptions { Name = "advice" }, _time);
        var options = new PartOptions<string> { Circuit = circuit, MaxAttempts = 1 };
        var rig = new FacadeRig(_time, plan => plan.Add("advice", FacadeJson.Default.String, _ =>
        {
            calls++;
            throw new HttpRequestException("down");
        }, options));

        var reasons = Enumerable.Range(0, 8).Select(_ => FacadeRig.Reports(rig.Ask().Reply, "missing")["advice"]).ToArray();

        Assert.Equal([.. Enumerable.Repeat("failed", 5), .. Enumerable.Repeat("circuitOpen", 3)], reasons);
        Assert.Equal(5, calls);
    }

    [Fact]
    public void A_part_that_is_given_up_for_another_one_does_no_harm_to_its_circuit()
    {
        var table = new InMemoryTable(time: _time);
        var options = new PartOptions<string> { Circuit = new Circuit(table, new CircuitOptions { Name = "advice" }, _time) };
        var rig = new FacadeRig(_time, plan =>
        {
            plan.Add("customer", FacadeJson.Default.String, async context => await After(10, "x", context) is var _ ? throw new InvalidOperationException() : "", new() { IsMandatory = true });
            plan.Add("advice", FacadeJson.Default.String, context => After(500, "x", context), options);
        });

        Assert.All(Enumerable.Range(0, 10).Select(_ => rig.Ask().Reply), reply => Assert.Equal((502, "customer"), (reply.Status, reply.Problem("part"))));
        Assert.Empty(table.Items);
    }

    [Fact]
    public void A_problem_that_a_part_says_is_an_answer_of_its_service_and_does_no_harm_to_its_circuit()
    {
        var table = new InMemoryTable(time: _time);
        var options = new PartOptions<string> { Circuit = new Circuit(table, new CircuitOptions { Name = "customer" }, _time), IsMandatory = true };
        var rig = new FacadeRig(_time, plan => plan.Add("customer", FacadeJson.Default.String, _ => throw new ProblemException(Problems.NotFound()), options));

        Assert.All(Enumerable.Range(0, 10).Select(_ => rig.Ask().Reply), reply => Assert.Equal(404, reply.Status));
        Assert.Empty(table.Items);
    }

    [Theory]
    [InlineData(true, null, null)]
    [InlineData(true, 200, null)]
    [InlineData(true, null, 200)]
    [InlineData(false, null, null)]
    [InlineData(false, 200, null)]
    [InlineData(false, null, 200)]
    public void A_part_that_runs_out_of_time_opens_its_circuit(bool isMandatory, int? budget, int? attempt)
    {
        var options = new PartOptions<string>
        {
            Circuit = new Circuit(new InMemoryTable(time: _time), new CircuitOptions { Name = "advice" }, _time),
            IsMandatory = isMandatory,
            Budget = budget is { } own ? TimeSpan.FromMilliseconds(own) : null,
            AttemptTimeout = attempt is { } limit ? TimeSpan.FromMilliseconds(limit) : null,
            MaxAttempts = 1,
        };
        var rig = new FacadeRig(_time, plan => plan.Add("advice", FacadeJson.Default.String, context => After(60_000, "x", context), options));

        var replies = Enumerable.Range(0, 6).Select(_ => rig.Ask().Reply.Body).ToArray();

        Assert.All(replies[..5], body => Assert.DoesNotContain("circuit", body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("circuit", replies[5], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Parts_without_options_share_one_pipeline()
    {
        var (one, other) = (new CallPlan(), new CallPlan());

        Assert.Same(
            one.Add("a", FacadeJson.Default.String, _ => new("x")).Options.Pipeline(_time),
            other.Add("b", FacadeJson.Default.String, _ => new("x")).Options.Pipeline(_time));
    }

    [Fact]
    public void A_reply_that_is_larger_than_a_function_may_return_is_500_and_counted_as_that()
    {
        using var counted = new CountedStatuses("patterns.facade.replies", "facade", "too large");
        var rig = new FacadeRig(_time, plan => plan.Add("a", FacadeJson.Default.String, _ => new(new string('x', 7_000_000))), name: "too large");

        Assert.Equal(500, rig.Ask().Reply.Status);
        Assert.Equal([500], counted.Statuses);
    }

    [Fact]
    public async Task A_part_that_blocks_its_thread_keeps_nobody_waiting()
    {
        using var released = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var rig = new FacadeRig(
            _time,
            plan =>
            {
                plan.Add("quick", FacadeJson.Default.String, _ => new("x"));
                plan.Add("blocking", FacadeJson.Default.String, _ =>
                {
                    begun.SetResult();
                    released.Wait();
                    return new("y");
                });
            },
            onThreadPool: true);

        var asked = rig.StartAsync();
        await begun.Task;
        _time.Advance(TimeSpan.FromSeconds(2));
        var reply = ApiEvents.Reply(await asked);
        released.Set();

        Assert.Equal("outOfTime", FacadeRig.Reports(reply, "missing")["blocking"]);
    }

    [Fact]
    public void A_part_that_is_given_up_learns_it_and_may_hang_in_that()
    {
        var isCancelled = false;
        var rig = new FacadeRig(_time, plan => plan.Add("a", FacadeJson.Default.String, async context =>
        {
            using var _ = context.CancellationToken.Register(() => isCancelled = true);
            return await new TaskCompletionSource<string>().Task;
        }));

        rig.Ask();

        Assert.True(isCancelled);
    }

    [Fact]
    public void Only_reads_are_answered() => Assert.Equal(405, new FacadeRig(_time, plan => plan.Add("a", FacadeJson.Default.String, _ => new("x"))).Ask("POST").Reply.Status);

    [Fact]
    public void Without_a_plan_there_is_nothing() => Assert.Equal(404, new FacadeRig(_time, _ => { }).Ask().Reply.Status);

    [Fact]
    public void A_plan_with_a_mistake_is_500_and_says_nothing_of_it()
    {
        var rig = new FacadeRig(_time, plan => plan.Add("missing", FacadeJson.Default.String, _ => new("x")));

        Assert.Equal("""{"type":"about:blank","title":"Something went wrong here.","status":500}""", rig.Ask().Reply.Body);
        Assert.Contains(rig.Log.Lines, line => line.EndsWith("ArgumentException", StringComparison.Ordinal));
    }

    [Fact]
    public void Mistakes_in_a_plan_are_named()
    {
        var plan = new CallPlan();
        var other = new CallPlan().Add("x", FacadeJson.Default.String, _ => new("x"));
        var a = plan.Add("a", FacadeJson.Default.String, _ => new("x"));

        Assert.Throws<ArgumentException>(() => plan.Add("a", FacadeJson.Default.String, _ => new("x")));
        Assert.Throws<ArgumentException>(() => plan.Add("b", FacadeJson.Default.String, _ => new("x"), needs: [a, other]));
        Assert.Throws<ArgumentException>(() => plan.Add("b", FacadeJson.Default.String, _ => new("x"), new() { Cache = new PartCache(new InMemoryTable(), new() { Name = "b" }) }));
        Assert.Equal(
            ["Budget must be null or positive, but is 00:00:00.", "MaxAttempts must be at least 1, but is 0."],
            Assert.Throws<OptionsException>(() => plan.Add("b", FacadeJson.Default.String, _ => new("x"), new() { Budget = TimeSpan.Zero, MaxAttempts = 0 })).Mistakes);
    }

    [Fact]
    public void A_value_that_a_part_does_not_say_it_needs_is_not_to_be_had()
    {
        var rig = new FacadeRig(_time, plan =>
        {
            var a = plan.Add("a", FacadeJson.Default.String, _ => new("x"));
            plan.Add("b", FacadeJson.Default.String, context => new(context.Value(a)));
        });

        Assert.Equal("failed", FacadeRig.Reports(rig.Ask().Reply, "missing")["b"]);
    }

    private async ValueTask<string> After(int milliseconds, string value, PartContext context)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), _time, context.CancellationToken).ConfigureAwait(false);
        return value;
    }
}
