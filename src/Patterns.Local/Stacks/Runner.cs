using Patterns.Local.Faults;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Build;
using Patterns.Local.Functions.Handlers;
using Patterns.Local.Gateway;
using Patterns.Local.Services;
using Patterns.Local.Services.Objects;

namespace Patterns.Local.Stacks;

/// <summary>A running endpoint, with the resources of a stack where there is one. Disposing it leaves no process behind.</summary>
internal sealed class Runner : IAsyncDisposable
{
    private readonly GatewayServer _server;

    private Runner(EmulatedAccount account, GatewayServer server, ProvisionedStack stack)
    {
        Account = account;
        _server = server;
        Stack = stack;
    }

    public EmulatedAccount Account { get; }

    public ProvisionedStack Stack { get; }

    /// <summary>What <c>AWS_ENDPOINT_URL</c> must say.</summary>
    public string Endpoint => _server.Address;

    /// <summary>Builds what needs building, binds the port, creates the resources and begins to read event sources.</summary>
    /// <exception cref="FunctionException">A project does not build, or a handler names no method.</exception>
    /// <exception cref="PortInUseException">Another program listens on the port.</exception>
    /// <exception cref="Templates.TemplateException">A resource was refused.</exception>
    public static async Task<Runner> StartAsync(RunnerOptions options, CancellationToken cancellationToken = default)
    {
        var packages = await BuildAsync(options, cancellationToken).ConfigureAwait(false);
        var aws = new AwsEnvironment(options.Region, options.AccountId, options.Time);
        var faults = options.Fault is { } fault ? FaultPlan.Parse(fault, options.Time, options.Console) : null;
        var account = new EmulatedAccount(aws, MachineCapacity.Functions(WorkFolders.Logs(options)), new FolderObjects(WorkFolders.Objects(options)), options.Console, faults);
        GatewayServer? server = null;
        try
        {
            server = await GatewayServer.StartAsync(options.Port, account.Gateway.HandleAsync, cancellationToken).ConfigureAwait(false);
            aws.Endpoint = server.Address;
            var stack = options.Stack is { } model
                ? await new StackProvisioner(model, packages, account).ProvisionAsync().ConfigureAwait(false)
                : ProvisionedStack.None;
            account.Status.IsReady = true;
            return new Runner(account, server, stack);
        }
        catch
        {
            await StopAsync(account, server).ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => StopAsync(Account, _server);

    private static async Task<Dictionary<string, FunctionPackage>> BuildAsync(RunnerOptions options, CancellationToken cancellationToken)
    {
        if (options.Stack is not { } model)
        {
            return [];
        }

        if (options.WorkDirectory is null)
        {
            WorkFolders.Prepare(model.TemplateDirectory);
        }

        var definitions = FunctionDefinitions.Of(model, options.Attached);
        var builder = new FunctionBuilder(model.TemplateDirectory, options.Progress);
        var packages = await builder.BuildAsync(definitions, cancellationToken).ConfigureAwait(false);
        foreach (var package in packages)
        {
            HandlerCheck.Check(package);
        }

        return packages.ToDictionary(package => package.Definition.Name);
    }

    private static async ValueTask StopAsync(EmulatedAccount account, GatewayServer? server)
    {
        await account.DisposeAsync().ConfigureAwait(false);
        if (server is not null)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }
    }
}
