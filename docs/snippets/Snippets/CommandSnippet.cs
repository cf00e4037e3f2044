using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.Cqrs;
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
        var decision = await _policies.DecideAsync(command.PolicyId, new PolicyCommand.Cancel(command.Reason), context.Metadata, context.CancellationToken);
        context.Enlist(decision); // together with the command's key, its reply and its entry in the journal
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
    }
}
