using System.Text.Json;
using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.Cqrs;
using Patterns.Http;
using Patterns.Tables;
using Patterns.Testing;

namespace Snippets;

// snippet: command
public sealed record CancelPolicy(string PolicyId, string Reason);

public sealed record PolicyVersion(string PolicyId, long Version);

[JsonSerializable(typeof(CancelPolicy))]
[JsonSerializable(typeof(PolicyVersion))]
public sealed partial class CommandsJson : JsonSerializerContext;

public sealed class CancelPolicyHandler(ITable table) : CommandHandler<CancelPolicy, PolicyVersion>
{
    private readonly AggregateStore<PolicyState, PolicyCommand, PolicyEvent> _policies = Policies.In(table);

    protected override IEnumerable<string> Validate(CancelPolicy command) =>
        string.IsNullOrEmpty(command.PolicyId) ? ["PolicyId must not be empty."] : [];

    protected override ValueTask<bool> IsAllowedAsync(CancelPolicy command, CommandRequest request, CancellationToken cancellationToken) =>
        new(request.Actor is not null);

    protected override async ValueTask<PolicyVersion> HandleAsync(CancelPolicy command, CommandContext context)
    {
        // Enlists the events: they happen together with the command's key, its reply and its entry in the journal.
        var decision = await context.DecideAsync(_policies, command.PolicyId, new PolicyCommand.Cancel(command.Reason));
        return new PolicyVersion(command.PolicyId, decision.After.Version);
    }
}

public static class Commands
{
    public static CommandRouter In(ITable table) => new CommandRouter(table)
        .With("policy.cancel", version: 1, CommandsJson.Default.CancelPolicy, CommandsJson.Default.PolicyVersion, new CancelPolicyHandler(table));
}

public sealed class PolicyCommands() : CommandQueueHandler(
    Commands.In(Table.From(Environment.GetEnvironmentVariable("POLICIES_TABLE")!)),
    new RecordHandlerOptions { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("FAILED_COMMANDS")!) });
// end

// snippet: command-api
public sealed class PolicyApi() : CommandApiHandler(Commands.In(Table.From(Environment.GetEnvironmentVariable("POLICIES_TABLE")!)));
// end

// snippet: command-route
public sealed class CancelPolicyApi(CommandRouter commands) : CommandApiHandler(commands)
{
    protected override CommandRequest? Translate(ApiRequest request) => new()
    {
        Name = "policy.cancel",
        Arguments = JsonSerializer.SerializeToElement(
            new CancelPolicy(request.PathParameters["id"], request.QueryValue("reason") ?? ""),
            CommandsJson.Default.CancelPolicy),
    };
}
// end

internal static class CommandUse
{
    public static async Task RunAsync(CommandRouter commands, CommandRequest request, CancellationToken cancellationToken)
    {
        // snippet: command-run
        var reply = await commands.RunAsync(request, cancellationToken);

        Console.WriteLine(reply.IsAccepted ? reply.ResultJson : $"{reply.RefusalCode}: {reply.RefusalMessage}");
        // end
    }
}

internal sealed class ApiCommands(CommandRouter router) : CommandApiHandler(router);

internal sealed class QueuedCommands(CommandRouter router) : CommandQueueHandler(router);

internal static class CommandTest
{
    public static async Task RunAsync()
    {
        // snippet: command-test
        var table = new InMemoryTable();
        await Policies.In(table).HandleAsync("p-1", new PolicyCommand.Open("Ann", 100), null, default);
        var handler = new QueuedCommands(Commands.In(table));
        const string Body = """{"name":"policy.cancel","key":"c-17","actor":"ann","arguments":{"PolicyId":"p-1","Reason":"moved"}}""";

        await handler.FunctionHandler(Events.Sqs(Body, Body), new FakeLambdaContext());

        var events = table.Items.Where(item => item["commandKey"] == "c-17").ToList(); // one
        // end
        Console.WriteLine(events.Count);
        // snippet: command-api-test
        var api = new ApiCommands(Commands.In(table));
        const string Command = """{"name":"policy.cancel","arguments":{"PolicyId":"p-2","Reason":"moved"}}""";
        var headers = new Dictionary<string, string> { ["Idempotency-Key"] = "c-18" };

        var reply = (await api.FunctionHandler(Events.HttpApi("POST", "/commands", Command, headers, caller: "ann"), new FakeLambdaContext())).ToApiReply();

        var status = reply.StatusCode; // 422: there is no such policy
        // end
        Console.WriteLine(status);
    }
}
