using Patterns.Local.Functions;
using Patterns.Local.Services;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Triggers.Sqs;

namespace Patterns.Local.Tests.Services.Lambda;

/// <summary>The service with a clock that stands still and functions that the test plays.</summary>
internal sealed class LambdaWorld : IAsyncDisposable
{
    public LambdaWorld(params FunctionDefinition[] functions)
    {
        Aws = new AwsEnvironment(AwsEnvironment.DefaultRegion, AwsEnvironment.DefaultAccountId, Clock);
        Sqs = new SqsService(Aws);
        Service = new LambdaService(Aws, Invoker, Concurrency, Targets, Console);
        Service.Mappings.Support(new SqsEventSourceProvider(Sqs, Invoker, Console));
        foreach (var function in functions.Length > 0 ? functions : [Function()])
        {
            Service.Functions.Add(function);
        }
    }

    public TestClock Clock { get; } = new();

    public AwsEnvironment Aws { get; }

    public FakeInvoker Invoker { get; } = new();

    public ConcurrencyGate Concurrency { get; } = new(1000);

    public RecordingTargets Targets { get; } = new();

    public RecordingConsole Console { get; } = new();

    public SqsService Sqs { get; }

    public LambdaService Service { get; }

    public static FunctionDefinition Function(string name = "fn") => new(name, ".", "App::App.Handler::Handle");

    /// <summary>Moves the clock as soon as something waits for exactly that time.</summary>
    public async Task AdvanceWhenAwaitedAsync(TimeSpan by)
    {
        await Eventually.BecomesTrueAsync(() => Clock.Timers.Contains(Clock.GetUtcNow() + by));
        Clock.Advance(by);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
