using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Patterns.Sagas;
using Patterns.Tables;
using Patterns.TwoWayChain;

namespace Patterns.Chains.Tests.Sagas;

public sealed class SagaStateMachineTests
{
    public static TheoryData<string, string> Faults()
    {
        var faults = new TheoryData<string, string>();
        foreach (var step in TripRig.Steps)
        {
            foreach (var fault in Enum.GetNames<Fault>())
            {
                faults.Add(step, fault);
            }
        }

        return faults;
    }

    [Fact]
    public void A_definition_is_always_the_same_and_every_state_is_there_and_reached()
    {
        var json = SagaStateMachine.ToJson(new TripRig().Definition());
        var states = JsonNode.Parse(json)!["States"]!.AsObject();
        var reached = new HashSet<string> { (string)JsonNode.Parse(json)!["StartAt"]! };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
        {
            Assert.True(states.ContainsKey(name), $"There is no state '{name}'.");
            foreach (var next in Targets(states[name]!).Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        Assert.Equal(json, SagaStateMachine.ToJson(new TripRig().Definition()));
        Assert.Equal(states.Select(state => state.Key).Order(), reached.Order());
        Assert.Equal(5 + 2 + 5 + 1 + 4 + 4, states.Count);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task As_a_state_machine_the_same_steps_leave_all_effects_or_none_and_one_answer(string step, string faultName)
    {
        var rig = new TripRig { Faults = new() { [step] = Enum.Parse<Fault>(faultName) } };

        var (error, path) = await RunAsync(rig);

        var succeeds = faultName is nameof(Fault.None) or nameof(Fault.FailsOnceAfter);
        Assert.Equal(succeeds ? null : "Compensated", error);
        Assert.Equal(succeeds ? TripRig.Steps : [], rig.Effects("t1"));
        Assert.Equal(succeeds ? "Succeeded" : "Compensated", rig.Answers.Received.Single().Attributes[ReplyAttributes.Outcome]);
        var undone = path.Where(state => state.StartsWith("undo ", StringComparison.Ordinal)).Select(state => Array.IndexOf(TripRig.Steps, state[5..])).ToList();
        Assert.Equal(undone.OrderDescending(), undone);
    }

    [Fact]
    public async Task A_task_that_is_started_again_after_its_answer_was_lost_is_not_done_again()
    {
        var rig = new TripRig();
        var lost = 0;

        var (error, _) = await RunAsync(rig, (_, result) => lost++ % 2 == 0 ? throw new TimeoutException("Lost.") : result);

        Assert.Null(error);
        Assert.Equal(TripRig.Steps, rig.Effects("t1"));
        Assert.Equal(3, rig.Agency.Calls.Count);
    }

    [Fact]
    public async Task Time_that_is_over_turns_the_saga_round_and_is_its_outcome()
    {
        var rig = new TripRig();
        rig.Time.Advance(TimeSpan.FromDays(1));

        var (error, path) = await RunAsync(rig);

        Assert.Equal("TimedOut", error);
        Assert.Equal(["flight", "all undone", "answer TimedOut", "ended TimedOut"], path);
    }

    [Fact]
    public async Task Time_that_is_over_between_two_attempts_undoes_the_step_in_doubt_and_is_the_outcome()
    {
        var rig = new TripRig { Faults = new() { ["car"] = Fault.FailsAfter } };
        var calls = 0;
        rig.BeforeStep = (step, _) => rig.Time.Advance(step == "car" && calls++ == 0 ? TimeSpan.FromDays(1) : TimeSpan.Zero);

        var (error, path) = await RunAsync(rig);

        Assert.Equal("TimedOut", error);
        Assert.Contains("undo car", path);
        Assert.Empty(rig.Effects("t1"));
    }

    [Theory]
    [InlineData("hotel")]
    [InlineData("insurance")]
    public async Task An_atomic_step_that_has_happened_though_all_its_answers_were_lost_goes_on(string step)
    {
        var rig = new TripRig();

        var (error, path) = await RunAsync(rig, (payload, result) => IsRunOf(payload, step) ? throw new TimeoutException("Lost.") : result);

        Assert.Null(error);
        Assert.Contains($"settle {step}", path);
        Assert.Equal(TripRig.Steps, rig.Effects("t1"));
        Assert.False(rig.Answers.Received.Single().Attributes.ContainsKey(ReplyAttributes.Error));
    }

    [Fact]
    public async Task An_attempt_that_comes_after_its_step_was_withdrawn_has_no_effect()
    {
        var rig = new TripRig { Faults = new() { ["insurance"] = Fault.FailsBefore } };
        string? late = null;
        var (error, _) = await RunAsync(rig, see: payload => late = IsRunOf(payload, "insurance") ? payload : late);
        rig.Faults.Clear();

        var exception = await Assert.ThrowsAsync<SagaStepFailedException>(() => CallAsync(TasksOf(rig), late!));

        Assert.Equal("Compensated", error);
        Assert.IsType<SagaWithdrawnException>(exception.InnerException);
        Assert.Empty(rig.Effects("t1"));
    }

    [Fact]
    public async Task A_state_that_no_execution_could_carry_has_the_step_undone()
    {
        var rig = new TripRig();
        rig.StateOf = (trip, step) => step == "car" ? trip with { Booked = [.. trip.Booked, new string('x', 200_000)] } : trip;

        var (error, path) = await RunAsync(rig);

        Assert.Equal("Compensated", error);
        Assert.Contains("undo car", path);
        Assert.Empty(rig.Effects("t1"));
    }

    [Fact]
    public async Task A_write_that_is_refused_has_a_step_undone_that_has_effects_elsewhere()
    {
        var rig = new TripRig();
        await rig.Table.PutAsync(new TableItem(new TableKey("note", "n")), TestContext.Current.CancellationToken);
        rig.Enlist = context => context.Enlist(new TablePut(new TableItem(new TableKey("note", "n"))) { Condition = TableCondition.ItemMissing });

        var (error, path) = await RunAsync(rig);

        Assert.Equal("Compensated", error);
        Assert.Contains("undo flight", path);
        Assert.Empty(rig.Effects("t1"));
    }

    [Fact]
    public async Task Waiting_for_an_attempt_that_died_and_holds_its_step_is_no_attempt()
    {
        var rig = new TripRig();
        var busy = 0;

        var (error, _) = await RunAsync(rig, (_, result) => busy++ is >= 2 and < 20 ? throw new IdempotencyInProgressException() : result);

        Assert.Null(error);
        Assert.Equal(TripRig.Steps, rig.Effects("t1"));
    }

    [Fact]
    public async Task What_cannot_be_undone_is_stuck_and_tells_why()
    {
        var rig = new TripRig { Faults = new() { ["payment"] = Fault.Refuses }, UndoFaults = new() { ["car"] = Fault.FailsBefore } };

        var (error, _) = await RunAsync(rig);

        Assert.Equal("Stuck", error);
        Assert.Equal(["flight", "hotel", "car"], rig.Effects("t1"));
        Assert.Equal("No answer.", rig.Answers.Received.Single().Attributes[ReplyAttributes.Error]);
    }

    private static bool IsRunOf(string payload, string step)
    {
        var task = JsonNode.Parse(payload)!;
        return (string?)task["action"] == "run" && (string?)task["step"] == step;
    }

    private static TripTasks TasksOf(TripRig rig) =>
        new(rig.Definition(), new SagaTaskOptions { Table = rig.Table, Answers = rig.Answers, Time = rig.Time });

    private static async Task<string> CallAsync(TripTasks handler, string payload)
    {
        var result = await handler.FunctionHandler(new MemoryStream(Encoding.UTF8.GetBytes(payload)), new FakeLambdaContext());
        return await new StreamReader(result).ReadToEndAsync();
    }

    private static async Task<(string? Error, List<string> Path)> RunAsync(
        TripRig rig,
        Func<string, string, string>? answer = null,
        Action<string>? see = null)
    {
        var handler = TasksOf(rig);
        var start = new FakeTimeProvider().GetUtcNow();
        var states = new MiniStates(SagaStateMachine.ToJson(rig.Definition()), async payload =>
        {
            see?.Invoke(payload);
            var text = await CallAsync(handler, payload);
            return answer is null ? text : answer(payload, text);
        });
        var input = JsonSerializer.Serialize(new { sagaId = "t1", state = JsonSerializer.SerializeToNode(new Trip("Ada"), TripJson.Default.Trip), deadline = start.AddHours(1).ToString("O"), note = "mine" });
        var (error, output) = await states.RunAsync(input);
        Assert.Equal("mine", (string)output["note"]!);
        return (error, states.Path);
    }

    private static IEnumerable<string> Targets(JsonNode state) =>
    [
        .. state["Next"] is { } next ? [(string)next!] : Array.Empty<string>(),
        .. state["Default"] is { } other ? [(string)other!] : Array.Empty<string>(),
        .. (state["Catch"] ?? state["Choices"])?.AsArray().Select(rule => (string)rule!["Next"]!) ?? [],
    ];

    private sealed class TripTasks(SagaDefinition<Trip> definition, SagaTaskOptions options) : SagaTaskHandler<Trip>(definition, options);

    /// <summary>A state machine knows errors by their names; the one of the library is thrown by nobody else.</summary>
    private sealed class IdempotencyInProgressException() : Exception("Busy.");
}
