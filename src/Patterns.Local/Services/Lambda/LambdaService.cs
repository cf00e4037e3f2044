using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services.Lambda.Async;
using Patterns.Local.Services.Lambda.Mappings;

namespace Patterns.Local.Services.Lambda;

/// <summary>Functions with their configuration, asynchronous events and event source mappings. Knows no HTTP.</summary>
internal sealed class LambdaService : IAsyncDisposable
{
    public LambdaService(AwsEnvironment aws, IFunctionInvoker invoker, ConcurrencyGate concurrency, IDeliveryTargets targets, IFunctionConsole console)
    {
        Aws = aws;
        Invoker = invoker;
        Concurrency = concurrency;
        Functions = new FunctionRegistry(aws);
        InvokeConfigs = new EventInvokeConfigs(aws.Time);
        Async = new AsyncInvoker(this, targets, console);
        Mappings = new EventSourceMappings(this);
    }

    public AwsEnvironment Aws { get; }

    public IFunctionInvoker Invoker { get; }

    public ConcurrencyGate Concurrency { get; }

    public FunctionRegistry Functions { get; }

    /// <summary>Retries, age limits and destinations of asynchronous events.</summary>
    public EventInvokeConfigs InvokeConfigs { get; }

    /// <summary>The queue of asynchronous events.</summary>
    public AsyncInvoker Async { get; }

    public EventSourceMappings Mappings { get; }

    public async ValueTask DisposeAsync()
    {
        await Mappings.DisposeAsync().ConfigureAwait(false);
        await Async.DisposeAsync().ConfigureAwait(false);
    }
}
