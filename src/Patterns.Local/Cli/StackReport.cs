using System.Globalization;
using Patterns.Local.Cli.Output;
using Patterns.Local.Functions.Runtime;
using Patterns.Local.Stacks;
using Patterns.Local.Templates;

namespace Patterns.Local.Cli;

/// <summary>Shows what a stack is made of once it is up.</summary>
internal sealed class StackReport(IScreen screen, StackModel model, Runner runner, IReadOnlyCollection<string> attached, string logDirectory)
{
    private static readonly (string Type, string Heading)[] s_groups =
    [
        (FunctionResource.TypeName, "Functions"),
        ("AWS::ApiGatewayV2::Route", "Routes"),
        ("AWS::ApiGateway::Method", "Methods"),
        (FunctionUrl, "URLs"),
        ("AWS::SNS::Topic", "Topics"),
        ("AWS::SNS::Subscription", "Subscribed"),
        ("AWS::SQS::Queue", "Queues"),
        ("AWS::Kinesis::Stream", "Streams"),
        ("AWS::DynamoDB::Table", "Tables"),
        ("AWS::Serverless::SimpleTable", "Tables"),
        ("AWS::StepFunctions::StateMachine", "Workflows"),
        ("AWS::Lambda::EventSourceMapping", "Triggers"),
        ("AWS::Events::EventBus", "Buses"),
        ("AWS::Events::Rule", "Rules"),
        (DeliveryStream, "Deliveries"),
        (Bucket, "Buckets"),
    ];

    private const string FunctionUrl = "AWS::Lambda::Url";
    private const string DeliveryStream = "AWS::KinesisFirehose::DeliveryStream";
    private const string Bucket = "AWS::S3::Bucket";

    public void Write(TimeSpan startedIn)
    {
        screen.Line();
        screen.Line(new Piece($"  {model.Name}", Tone.Strong), new Piece(string.Create(CultureInfo.InvariantCulture, $"   up in {startedIn.TotalSeconds:F1} s"), Tone.Quiet));
        EndpointReport.Write(screen, runner);
        foreach (var (type, heading) in s_groups)
        {
            WriteGroup(heading, [.. runner.Stack.Resources.Where(item => item.Type == type).Select(Row)]);
        }

        WriteGroup("Schedules", [.. runner.Account.Ticks.All.Select(Row)]);
        WriteGroup("Outputs", [.. runner.Stack.Outputs.Select(output => (output.Key, output.Value))]);
        WriteAttached();
        screen.Line(new Piece($"  Logs are in {Path.GetRelativePath(model.TemplateDirectory, logDirectory)} beside the template. A change needs a restart. Ctrl-C stops everything.", Tone.Quiet));
        screen.Line();
    }

    private (string Name, string Value) Row(StackItem item) => item.Type switch
    {
        FunctionResource.TypeName => (item.LogicalId, $"{item.Resource.Ref}   {Describe((FunctionResource)model.Find(item.LogicalId)!)}"),
        "AWS::SQS::Queue" or "AWS::SNS::Topic" or "AWS::Kinesis::Stream" or "AWS::StepFunctions::StateMachine" or DeliveryStream or FunctionUrl => (item.LogicalId, item.Resource.Name!),
        "AWS::DynamoDB::Table" or "AWS::Serverless::SimpleTable" => (item.LogicalId, item.Resource.Ref),
        Bucket => (item.LogicalId, $"{Path.GetRelativePath(model.TemplateDirectory, runner.Account.Objects.FolderOf(item.Resource.Name!))}   a folder that delivery streams write into; there is no S3 API"),
        _ => (Readable(item), ""),
    };

    private (string Name, string Value) Row(Tick tick)
    {
        var due = tick.Due is { } next ? string.Create(CultureInfo.InvariantCulture, $"next at {next.ToLocalTime():yyyy-MM-dd HH:mm:ss}") : "not due";
        return (tick.Name, $"{tick.Expression}   {due}   at once: patterns tick {tick.Name}{Port()}");
    }

    private string Port() => new Uri(runner.Endpoint).Port is var port && port == RunnerOptions.DefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $" --port {port}");

    private static string Describe(FunctionResource function)
    {
        var reserved = function.ReservedConcurrentExecutions is { } limit ? $", at most {limit} at once" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{function.Runtime}, {function.Timeout.TotalSeconds:0} s, {function.MemoryMegabytes} MB{reserved}");
    }

    // The names that the template has say more than those that were made of them.
    private string Readable(StackItem item)
    {
        var text = item.Resource.Name ?? item.Resource.Ref;
        foreach (var known in runner.Stack.Resources)
        {
            if (known.Type is FunctionResource.TypeName or "AWS::SQS::Queue" or "AWS::SNS::Topic" or "AWS::Kinesis::Stream" && known.Resource.Name is { } name)
            {
                text = text.Replace(runner.Account.Aws.Arn(ServiceOf(known.Type), name), known.LogicalId, StringComparison.Ordinal).Replace(name, known.LogicalId, StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static string ServiceOf(string type) => type switch
    {
        FunctionResource.TypeName => "lambda",
        "AWS::SQS::Queue" => "sqs",
        "AWS::Kinesis::Stream" => "kinesis",
        _ => "sns",
    };

    private void WriteGroup(string heading, IReadOnlyCollection<(string Name, string Value)> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Name.Length);
        var shown = heading;
        foreach (var (name, value) in rows)
        {
            screen.Line(new Piece($"  {shown,-11}", Tone.Quiet), new Piece(value.Length == 0 ? name : name.PadRight(width + 2)), new Piece(value, heading == "Outputs" ? Tone.Strong : Tone.Quiet));
            shown = "";
        }

        if (rows.Count > 0)
        {
            screen.Line();
        }
    }

    private void WriteAttached()
    {
        foreach (var logicalId in attached)
        {
            var name = runner.Stack.Resources.First(item => item.LogicalId == logicalId).Resource.Ref;
            var address = RuntimeApi.AddressFor(runner.Endpoint, RuntimeSessions.AttachedId(name));
            screen.Line(new Piece($"  {logicalId} waits for your process: ", Tone.Warning), new Piece($"AWS_LAMBDA_RUNTIME_API={address}"));
        }
    }
}
