using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Patterns.Local.Faults;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Runtime;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.Functions;

/// <summary>A runner with an endpoint on a free port, for functions that really run.</summary>
internal sealed class RunnerHarness : IAsyncDisposable
{
    private readonly WebApplication _server;

    private RunnerHarness(WebApplication server, FunctionRunner runner, RecordingConsole console, string logs, AwsEnvironment aws)
    {
        _server = server;
        Runner = runner;
        Console = console;
        Logs = logs;
        Aws = aws;
    }

    public FunctionRunner Runner { get; }

    public RecordingConsole Console { get; }

    public string Logs { get; }

    public AwsEnvironment Aws { get; }

    public static async Task<RunnerHarness> StartAsync(Action<RunnerSettings>? configure = null)
    {
        var settings = new RunnerSettings();
        configure?.Invoke(settings);
        var aws = new AwsEnvironment(AwsEnvironment.DefaultRegion, AwsEnvironment.DefaultAccountId, TimeProvider.System);
        var logs = Directory.CreateTempSubdirectory("patterns-tests-").FullName;
        var console = new RecordingConsole();
        var runner = new FunctionRunner(aws, settings.Options(logs), console, settings.Faults?.Invoke(console));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Map(RuntimeApi.PathPrefix + "{**path}", runner.Api.HandleAsync);
        await server.StartAsync();
        aws.Endpoint = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new RunnerHarness(server, runner, console, logs, aws);
    }

    public static async Task<RunnerHarness> StartAsync(FunctionPackage package, Action<RunnerSettings>? configure = null)
    {
        var harness = await StartAsync(configure);
        harness.Runner.Add(package);
        return harness;
    }

    public Task<InvocationResult> InvokeAsync(string payload = "{}", InvocationOptions? options = null) =>
        Runner.InvokeAsync("fn", Encoding.UTF8.GetBytes(payload), options ?? InvocationOptions.None, CancellationToken.None);

    public async Task<JsonElement> InvokeJsonAsync(string payload = "{}", InvocationOptions? options = null) =>
        JsonElement.Parse((await InvokeAsync(payload, options)).Payload.Span);

    public string[] LogLines() => File.ReadAllLines(Path.Combine(Logs, "fn.log"));

    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(Logs, recursive: true);
    }

    internal sealed class RunnerSettings
    {
        public TimeSpan InitTimeout { get; set; } = TimeSpan.FromSeconds(10);

        public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(10);

        public int Processes { get; set; } = 10;

        public int AccountConcurrency { get; set; } = 1000;

        public Func<RecordingConsole, IInvocationFaults>? Faults { get; set; }

        public FunctionRunnerOptions Options(string logs) => new()
        {
            LogDirectory = logs,
            InitTimeout = InitTimeout,
            IdleTimeout = IdleTimeout,
            ProcessesPerFunction = Processes,
            AccountConcurrency = AccountConcurrency,
        };
    }
}
