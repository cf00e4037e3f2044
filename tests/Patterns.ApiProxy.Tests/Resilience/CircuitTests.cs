using Patterns.ApiProxy.Tests.Proxy;
using Patterns.Resilience;
using Patterns.Tables;

namespace Patterns.ApiProxy.Tests.Resilience;

public sealed class CircuitTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;

    public CircuitTests() => _table = new InMemoryTable(time: _time);

    [Fact]
    public async Task Failures_of_all_instances_open_the_circuit_for_all()
    {
        var instances = Enumerable.Range(0, 5).Select(_ => NewCircuit()).ToArray();

        foreach (var instance in instances)
        {
            await FailAsync(instance);
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        foreach (var instance in instances)
        {
            var exception = await Assert.ThrowsAsync<CircuitOpenException>(() => SucceedAsync(instance));
            Assert.Equal(TimeSpan.FromSeconds(14), exception.RetryAfter);
        }
    }

    [Fact]
    public async Task After_the_break_one_call_tries_and_its_success_closes_the_circuit()
    {
        var (one, other) = (NewCircuit(), NewCircuit());
        await OpenAsync(one);
        _time.Advance(TimeSpan.FromSeconds(15));

        await one.RunAsync(
            async _ =>
            {
                await Assert.ThrowsAsync<CircuitOpenException>(() => SucceedAsync(other));
                return 0;
            },
            default);

        _time.Advance(TimeSpan.FromSeconds(1));
        await SucceedAsync(other);
        await SucceedAsync(one);
    }

    [Fact]
    public async Task A_trial_that_fails_opens_it_again()
    {
        var (one, other) = (NewCircuit(), NewCircuit());
        await OpenAsync(one);
        _time.Advance(TimeSpan.FromSeconds(15));

        await FailAsync(one);

        Assert.Equal(TimeSpan.FromSeconds(15), (await Assert.ThrowsAsync<CircuitOpenException>(() => SucceedAsync(other))).RetryAfter);
        _time.Advance(TimeSpan.FromSeconds(15));
        await SucceedAsync(other);
    }

    [Fact]
    public async Task A_trial_whose_instance_died_is_made_by_another_one_after_a_further_break()
    {
        var (one, other) = (NewCircuit(), NewCircuit());
        await OpenAsync(one);
        _time.Advance(TimeSpan.FromSeconds(15));
        _ = one.RunAsync(_ => new ValueTask<int>(new TaskCompletionSource<int>().Task), default).AsTask();

        await Assert.ThrowsAsync<CircuitOpenException>(() => SucceedAsync(other));
        _time.Advance(TimeSpan.FromSeconds(15));
        await SucceedAsync(other);
    }

    [Fact]
    public async Task A_trial_that_its_caller_gives_up_is_made_by_the_next_one_at_once()
    {
        var (one, other) = (NewCircuit(), NewCircuit());
        await OpenAsync(one);
        _time.Advance(TimeSpan.FromSeconds(15));
        using var caller = new CancellationTokenSource();
        var given = one.RunAsync(token => new ValueTask<int>(new TaskCompletionSource<int>().Task.WaitAsync(token)), caller.Token).AsTask();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        await SucceedAsync(other);
        await SucceedAsync(one);
    }

    [Fact]
    public async Task A_trial_that_is_given_up_late_does_not_take_the_place_of_another_one()
    {
        var (one, other, third) = (NewCircuit(), NewCircuit(), NewCircuit());
        await OpenAsync(one);
        _time.Advance(TimeSpan.FromSeconds(15));
        using var caller = new CancellationTokenSource();
        var given = one.RunAsync(token => new ValueTask<int>(new TaskCompletionSource<int>().Task.WaitAsync(token)), caller.Token).AsTask();
        _time.Advance(TimeSpan.FromSeconds(16));
        _ = other.RunAsync(_ => new ValueTask<int>(new TaskCompletionSource<int>().Task), default).AsTask();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        await Assert.ThrowsAsync<CircuitOpenException>(() => SucceedAsync(third));
    }

    [Fact]
    public async Task Successes_count_against_failures_also_those_of_others()
    {
        var (healthy, sick) = (NewCircuit(), NewCircuit());
        await FailAsync(sick);
        _time.Advance(TimeSpan.FromSeconds(1));
        for (var count = 0; count < 100; count++)
        {
            await SucceedAsync(healthy);
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        await SucceedAsync(healthy);
        for (var count = 0; count < 50; count++)
        {
            await FailAsync(sick);
        }

        await SucceedAsync(sick);
    }

    [Fact]
    public async Task Successes_of_long_ago_do_not_count()
    {
        var circuit = NewCircuit();
        for (var count = 0; count < 1_000; count++)
        {
            await SucceedAsync(circuit);
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }

        await OpenAsync(circuit);

        await Assert.ThrowsAsync<CircuitOpenException>(() => SucceedAsync(circuit));
    }

    [Fact]
    public async Task Failures_of_long_ago_do_not_count()
    {
        var circuit = NewCircuit();
        for (var count = 0; count < 20; count++)
        {
            await FailAsync(circuit);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        await SucceedAsync(circuit);
    }

    [Fact]
    public async Task A_call_that_its_caller_gives_up_tells_nothing_and_one_that_ends_by_a_limit_of_its_own_is_a_failure()
    {
        var circuit = NewCircuit();
        for (var count = 0; count < 10; count++)
        {
            using var caller = new CancellationTokenSource();
            var given = circuit.RunAsync(token => new ValueTask<int>(new TaskCompletionSource<int>().Task.WaitAsync(token)), caller.Token).AsTask();
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        }

        Assert.Empty(_table.Items);
        for (var count = 0; count < 5; count++)
        {
            await Assert.ThrowsAsync<TaskCanceledException>(async () => await circuit.RunAsync<int>(_ => throw new TaskCanceledException(), default));
        }

        await Assert.ThrowsAsync<CircuitOpenException>(() => SucceedAsync(circuit));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_table_calls_are_made_as_if_there_were_no_circuit(bool stalls)
    {
        var circuit = new Circuit(new BrokenTable(_table, () => true, stalls), new CircuitOptions { Name = "quotes" }, _time);

        for (var count = 0; count < 10; count++)
        {
            var (_, took) = VirtualTime.Run(_time, () => circuit.RunAsync(_ => new ValueTask<int>(1), default).AsTask());
            Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
        }

        await Task.CompletedTask;
    }

    [Fact]
    public async Task While_all_is_well_nothing_is_written_and_little_read()
    {
        var reads = 0;
        var circuit = new Circuit(new BrokenTable(_table, () => reads++ < 0), new CircuitOptions { Name = "quotes" }, _time);

        for (var count = 0; count < 100; count++)
        {
            await SucceedAsync(circuit);
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(10, reads);
        Assert.Empty(_table.Items);
    }

    [Fact]
    public void A_proxy_leaves_its_backend_alone_while_the_circuit_is_open()
    {
        var isDown = true;
        var backend = new FakeBackend(_ => isDown ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused") : ProxyRig.Soap());
        var rigs = Enumerable.Range(0, 3).Select(_ => new ProxyRig(backend, _time, circuit: NewCircuit())).ToArray();

        var statuses = Enumerable.Range(0, 9).Select(n => rigs[n % 3].Post()).ToArray();

        Assert.Equal(502, statuses[0].Status);
        Assert.Equal((503, "circuit-open"), (statuses[^1].Status, statuses[^1].Type));
        Assert.Equal("none", statuses[^1].Problem("outcome"));
        Assert.InRange(int.Parse(statuses[^1].Headers["retry-after"]), 14, 15);
        var calls = backend.Calls.Count;
        _time.Advance(TimeSpan.FromSeconds(16));
        isDown = false;
        Assert.Equal(200, rigs[1].Post().Status);
        Assert.Equal(calls + 1, backend.Calls.Count);
    }

    [Fact]
    public void A_fault_of_SOAP_is_an_answer_and_an_attempt_that_lost_is_none()
    {
        var circuit = NewCircuit();
        var faulty = new ProxyRig(new FakeBackend(_ => ProxyRig.Fault("s:Server")), _time, circuit: circuit);
        var slow = new ProxyRig(
            new FakeBackend((number, token) => FakeBackend.After(_time, TimeSpan.FromSeconds(number % 2 == 1 ? 4 : 0.1), () => ProxyRig.Soap(), token)),
            _time,
            circuit: circuit,
            hedging: TimeSpan.FromMilliseconds(300));

        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(502, faulty.Post().Status);
            Assert.Equal(200, slow.Get().Status);
        }

        Assert.Empty(_table.Items);
    }

    [Fact]
    public void Mistakes_in_options_are_all_named_at_once() => Assert.Equal(
        [
            "Name must have 1 to 200 characters without '#', but is ''.",
            "FailureRatio must be more than 0 and at most 1, but is NaN.",
            "MinimumFailures must be at least 1, but is 0.",
            "Break must be positive, but is 00:00:00.",
        ],
        Assert.Throws<OptionsException>(() => new Circuit(_table, new CircuitOptions { Name = "", FailureRatio = double.NaN, MinimumFailures = 0, Break = TimeSpan.Zero })).Mistakes);

    private Circuit NewCircuit() => new(_table, new CircuitOptions { Name = "quotes" }, _time);

    private static async Task OpenAsync(Circuit circuit)
    {
        for (var count = 0; count < 5; count++)
        {
            await FailAsync(circuit);
        }
    }

    private static async Task SucceedAsync(Circuit circuit) => await circuit.RunAsync(_ => new ValueTask<int>(1), default);

    private static async Task FailAsync(Circuit circuit) =>
        await Assert.ThrowsAsync<HttpRequestException>(async () => await circuit.RunAsync<int>(_ => throw new HttpRequestException(), default));
}
