using System.Collections.Concurrent;
using Patterns.Local.Faults;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Functions.Runtime;
using Patterns.Local.Services;

namespace Patterns.Local.Functions;

/// <summary>Runs the functions of a stack as processes of this machine, under the account's and their own concurrency.</summary>
internal sealed class FunctionRunner : IFunctionInvoker, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FunctionPool> _pools = new(StringComparer.Ordinal);
    private readonly AwsEnvironment _aws;
    private readonly FunctionRunnerOptions _options;
    private readonly IFunctionConsole _console;
    private readonly IInvocationFaults _faults;
    private readonly RuntimeSessions _sessions = new();

    public FunctionRunner(AwsEnvironment aws, FunctionRunnerOptions options, IFunctionConsole console, IInvocationFaults? faults = null)
    {
        _aws = aws;
        _options = options;
        _console = console;
        _faults = faults ?? NoFaults.Instance;
        Concurrency = new ConcurrencyGate(options.AccountConcurrency);
        Api = new RuntimeApi(_sessions);
    }

    /// <summary>What the endpoint must serve under <see cref="RuntimeApi.PathPrefix"/>.</summary>
    public RuntimeApi Api { get; }

    public ConcurrencyGate Concurrency { get; }

    /// <summary>Makes a function known; its processes start with the first invocation.</summary>
    /// <exception cref="FunctionException">The code has nothing that can be started.</exception>
    public void Add(FunctionPackage package)
    {
        var definition = package.Definition;
        if (!_pools.TryAdd(definition.Name, new FunctionPool(package, _options, _aws, _sessions, _console, _faults, Concurrency)))
        {
            throw new FunctionException($"{definition.HandlerLocation}: there are two functions named {definition.Name}.");
        }

        Concurrency.Reserve(definition.Name, definition.ReservedConcurrency);
    }

    /// <summary>The processes of a function that are running now; none before its first invocation.</summary>
    public IReadOnlyList<int> ProcessIds(string functionName) =>
        _pools.TryGetValue(functionName, out var pool) ? pool.ProcessIds() : [];

    public async Task<InvocationResult> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellationToken)
    {
        var arn = _aws.Arn("lambda", "function:" + functionName);
        if (!_pools.TryGetValue(functionName, out var pool))
        {
            throw new AwsException("ResourceNotFoundException", $"Function not found: {arn}", 404);
        }

        PayloadLimits.CheckSync(payload.Length);
        var requestId = options.RequestId ?? Guid.NewGuid().ToString();
        var invokedArn = options.Qualifier is null ? arn : $"{arn}:{options.Qualifier}";
        var invocation = new FunctionInvocation(requestId, payload, options, invokedArn, Concurrency.Enter(functionName));
        pool.Submit(invocation);
        return await invocation.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        var stopping = new List<Task>();
        foreach (var (_, pool) in _pools)
        {
            stopping.Add(pool.DisposeAsync().AsTask());
        }

        await Task.WhenAll(stopping).ConfigureAwait(false);
    }
}
