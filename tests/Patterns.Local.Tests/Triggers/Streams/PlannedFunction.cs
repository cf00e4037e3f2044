using System.Text;
using System.Text.Json;
using Patterns.Local.Functions;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>Fails as planned, and checks the promises at every call.</summary>
internal sealed class PlannedFunction(StreamPlan plan) : IFunctionInvoker
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, int> _failed = [];
    private readonly HashSet<string> _running = [];
    private readonly List<string> _broken = [];
    private readonly Dictionary<string, int> _lastOfKey = [];
    private int _calls;

    /// <summary>The records that succeeded.</summary>
    public HashSet<int> Succeeded { get; } = [];

    /// <summary>The records of each invocation, by its request id.</summary>
    public Dictionary<string, List<int>> Batches { get; } = [];

    /// <summary>The promises that were broken.</summary>
    public IReadOnlyList<string> Broken
    {
        get
        {
            lock (_lock)
            {
                return [.. _broken];
            }
        }
    }

    /// <summary>Says which records may count as done now, before each call.</summary>
    public Action<Action<string>> CheckProgress { get; set; } = _ => { };

    public async Task<InvocationResult> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellationToken)
    {
        var records = JsonElement.Parse(payload.Span).GetProperty("Records").EnumerateArray().ToList();
        var lanes = records.Select(record => record.GetProperty("key").GetString()!).Distinct().ToList();
        var numbers = records.Select(record => record.GetProperty("n").GetInt32()).ToList();
        Enter(lanes, numbers);
        await Task.Yield();
        lock (_lock)
        {
            _running.ExceptWith(lanes);
            return ++_calls % plan.ThrottleEvery == 0 ? throw new AwsException("TooManyRequestsException", "Rate Exceeded.", 429) : Run(numbers);
        }
    }

    private void Enter(List<string> keys, List<int> numbers)
    {
        lock (_lock)
        {
            CheckProgress(_broken.Add);
            Check(keys.TrueForAll(_running.Add), "a key is in two invocations at once");
            Check(numbers.Count > 0 && numbers.Count <= plan.BatchSize, "a batch has a wrong size");
            Check(numbers.SequenceEqual(numbers.Order()), "a batch is out of order");
            Check(numbers.TrueForAll(number => plan.Records[number - 1].IsWanted), "a filtered record came through");
        }
    }

    private InvocationResult Run(List<int> numbers)
    {
        Batches.Add($"{_calls}", numbers);
        var bad = numbers.FindIndex(number => _failed.GetValueOrDefault(number) < plan.Records[number - 1].Failures);
        if (bad < 0)
        {
            Succeed(numbers);
            return Result("null");
        }

        var record = plan.Records[numbers[bad] - 1];
        _failed[numbers[bad]] = _failed.GetValueOrDefault(numbers[bad]) + 1;
        if (record.Kind == FailureKind.Error || !plan.Reports)
        {
            return Result("{}") with { FunctionError = InvocationResult.Unhandled };
        }

        if (record.Kind == FailureKind.OddReport)
        {
            return Result(StreamWorld.Failures(numbers[bad], 1_000_000));
        }

        Succeed(numbers[..bad]);
        return Result(StreamWorld.Failures(numbers[^1], numbers[bad]));
    }

    private void Succeed(List<int> numbers)
    {
        foreach (var number in numbers)
        {
            var key = plan.Records[number - 1].Key;
            if (Succeeded.Add(number))
            {
                Check(_lastOfKey.GetValueOrDefault(key) < number, "a key's first successes are out of order");
                _lastOfKey[key] = number;
            }
        }
    }

    private void Check(bool holds, string promise)
    {
        if (!holds)
        {
            _broken.Add(promise);
        }
    }

    private InvocationResult Result(string payload) => new($"{_calls}", Encoding.UTF8.GetBytes(payload));
}
