using Patterns.Local.Faults;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services;

namespace Patterns.Local.Functions.Runtime;

/// <summary>The environments of one function: as many as there is work for, within the bound of this machine.</summary>
internal sealed class FunctionPool : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ExecutionEnvironment, Task> _environments = [];
    private readonly FunctionLogFile _logFile;
    private readonly ConcurrencyGate _concurrency;
    private readonly AttachedEnvironment? _attached;
    private readonly Task _serveAttached;
    private bool _stopped;

    /// <exception cref="FunctionException">The code cannot be started.</exception>
    public FunctionPool(FunctionPackage package, FunctionRunnerOptions options, AwsEnvironment aws, RuntimeSessions sessions, IFunctionConsole console, IInvocationFaults faults, ConcurrencyGate concurrency)
    {
        Package = package;
        Options = options;
        Aws = aws;
        Sessions = sessions;
        Console = console;
        _concurrency = concurrency;
        Faults = faults;
        Command = package.Definition.Attached ? new LaunchCommand("", [], IsHosted: false) : LaunchCommand.For(package, options.HostPath);
        Variables = new ProcessVariables(aws, package, Command, options.HostPath);
        _logFile = new FunctionLogFile(options.LogDirectory, package.Definition.Name, console.Notice);
        _attached = package.Definition.Attached ? new AttachedEnvironment(this, NewLog()) : null;
        _serveAttached = _attached?.RunAsync() ?? Task.CompletedTask;
    }

    public FunctionPackage Package { get; }

    public FunctionRunnerOptions Options { get; }

    public AwsEnvironment Aws { get; }

    public RuntimeSessions Sessions { get; }

    public IFunctionConsole Console { get; }

    public IInvocationFaults Faults { get; }

    public LaunchCommand Command { get; }

    public ProcessVariables Variables { get; }

    public InvocationQueue Queue { get; } = new();

    /// <summary>The processes that are running now.</summary>
    public IReadOnlyList<int> ProcessIds()
    {
        lock (_lock)
        {
            return [.. _environments.Keys.Select(environment => environment.ProcessId).OfType<int>()];
        }
    }

    public void Submit(FunctionInvocation invocation)
    {
        Queue.Add(invocation);
        Grow();
    }

    public async ValueTask DisposeAsync()
    {
        Queue.Close();
        Task[] running;
        lock (_lock)
        {
            _stopped = true;
            _attached?.Stop();
            running = [.. _environments.Values, _serveAttached];
            foreach (var environment in _environments.Keys)
            {
                environment.Stop();
            }
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        _logFile.Dispose();
    }

    private EnvironmentLog NewLog() => new(Package.Definition.Name, _logFile, Console);

    private int MostProcesses() =>
        _concurrency.Reserved(Package.Definition.Name) is { } reserved and > 0 ? Math.Min(reserved, Options.ProcessesPerFunction) : Options.ProcessesPerFunction;

    private void Grow()
    {
        lock (_lock)
        {
            while (!_stopped && !Package.Definition.Attached && _environments.Count < MostProcesses() && Queue.NeedsMore)
            {
                Queue.Expect();
                var environment = new ExecutionEnvironment(this, NewLog());
                _environments[environment] = Task.Run(() => RunAsync(environment));
            }
        }
    }

    private async Task RunAsync(ExecutionEnvironment environment)
    {
        try
        {
            await environment.RunAsync().ConfigureAwait(false);
        }
        catch (FunctionException exception)
        {
            FailWaiting(exception.Message);
        }
        finally
        {
            lock (_lock)
            {
                _environments.Remove(environment);
            }

            Grow();
        }
    }

    // What cannot be started now will not start for the next invocation either.
    private void FailWaiting(string reason)
    {
        Console.Notice($"{Package.Definition.Name}: {reason}");
        while (Queue.TryTake() is { } invocation)
        {
            Queue.Expect();
            invocation.Complete(RuntimeAnswer.NotStarted(invocation.RequestId, reason), []);
        }
    }
}
