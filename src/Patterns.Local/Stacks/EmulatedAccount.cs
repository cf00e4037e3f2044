using Patterns.Local.Faults;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Gateway;
using Patterns.Local.HttpApi;
using Patterns.Local.Replays;
using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb;
using Patterns.Local.Services.DynamoDb.Streams.Wire;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Services.EventBridge;
using Patterns.Local.Services.EventBridge.Wire;
using Patterns.Local.Services.Firehose;
using Patterns.Local.Services.Firehose.Wire;
using Patterns.Local.Services.Kinesis;
using Patterns.Local.Services.Kinesis.Wire;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Lambda.Wire;
using Patterns.Local.Services.Objects;
using Patterns.Local.Services.Scheduler;
using Patterns.Local.Services.Scheduler.Wire;
using Patterns.Local.Services.Sns;
using Patterns.Local.Services.Sns.Wire;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Wire;
using Patterns.Local.Services.StepFunctions;
using Patterns.Local.Services.StepFunctions.Integrations;
using Patterns.Local.Services.StepFunctions.Wire;
using Patterns.Local.Stacks.Targets;
using Patterns.Local.Triggers.Sqs;
using Patterns.Local.Triggers.Streams;
using Patterns.Local.WebSockets;
using Patterns.Local.WebSockets.Connecting;
using Patterns.Local.WebSockets.Messages;

namespace Patterns.Local.Stacks;

/// <summary>All services of one account in one region, connected with each other.</summary>
internal sealed class EmulatedAccount : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly DeliveryTargets _targets = new();
    private readonly IFunctionConsole _console;

    public EmulatedAccount(AwsEnvironment aws, FunctionRunnerOptions functions, FolderObjects objects, IFunctionConsole console, IInvocationFaults? faults = null, bool limitsShards = false)
    {
        Aws = aws;
        _console = console;
        var targets = _targets;
        Functions = new FunctionRunner(aws, functions, console, faults);
        Apis = new HttpApiService();
        Sqs = new SqsService(aws)
        {
            DeadLettered = (from, to, receives) => console.Notice($"A message of {from.Name} went to the dead letters in {to.Name} after {receives} receives."),
        };
        DynamoDb = new DynamoDbService(aws);
        Kinesis = new KinesisService(aws) { LimitsShards = limitsShards };
        Objects = objects;
        Firehose = new FirehoseService(aws, Functions, Objects, Kinesis, console);
        Sns = new SnsService(aws, targets, new LostDeliveries(console));
        Events = new EventBridgeService(aws, targets, console.Notice);
        Scheduler = new SchedulerService(aws, targets, console.Notice);
        Ticks = new Ticks(Events, Scheduler);
        Lambda = new LambdaService(aws, Functions, Functions.Concurrency, targets, console);
        Lambda.Mappings.Support(new SqsEventSourceProvider(Sqs, Functions, console, MachineCapacity.Queues));
        Lambda.Mappings.Support(new StreamEventSourceProvider(StreamKind.DynamoDb, arn => DynamoDb.Streams.Find(arn)?.Log, aws, Functions, targets, console));
        Lambda.Mappings.Support(new StreamEventSourceProvider(StreamKind.Kinesis, arn => Kinesis.FindByArn(arn)?.Log, aws, Functions, targets, console));
        StepFunctions = new StepFunctionsService(aws, start => new AccountIntegrations(Lambda, Sqs, Sns, DynamoDb, Events, start), new ExecutionReports(console));
        targets.Add("sqs", new QueueTarget(Sqs));
        targets.Add("sns", new TopicTarget(Sns));
        targets.Add("lambda", new FunctionTarget(Lambda));
        targets.Add("events", new BusTarget(Events));
        targets.Add("kinesis", new StreamTarget(Kinesis));
        targets.Add("states", new StateMachineTarget(StepFunctions));
        IAwsService[] services =
        [
            new SqsEndpoint(Sqs, _stopping.Token), new SnsEndpoint(Sns), new LambdaEndpoint(Lambda), new DynamoDbEndpoint(DynamoDb),
            new DynamoDbStreamsEndpoint(() => DynamoDb.Streams.All, aws.Time), new KinesisEndpoint(Kinesis), new FirehoseEndpoint(Firehose),
            new EventBridgeEndpoint(Events), new SchedulerEndpoint(Scheduler), new StepFunctionsEndpoint(StepFunctions),
        ];
        Status = new StatusEndpoint(aws, [.. services.Select(service => service.SigningName)]);
        Gateway = new AwsGateway(new ServiceSelector(aws, services), Functions.Api, new HttpApiEndpoint(aws, Apis, Functions), SocketEndpoint(), [Status, new EventsEndpoint(Events, Ticks), Redrive()], exception => console.Notice($"A request failed inside the runner: {exception}"));
    }

    public AwsEnvironment Aws { get; }

    public FunctionRunner Functions { get; }

    public HttpApiService Apis { get; }

    public SocketService Sockets { get; } = new();

    public SqsService Sqs { get; }

    public SnsService Sns { get; }

    public DynamoDbService DynamoDb { get; }

    public KinesisService Kinesis { get; }

    /// <summary>Buckets as folders, for services that deliver into them.</summary>
    public FolderObjects Objects { get; }

    public FirehoseService Firehose { get; }

    public LambdaService Lambda { get; }

    public EventBridgeService Events { get; }

    public SchedulerService Scheduler { get; }

    /// <summary>Everything on a schedule, of rules and of the scheduler.</summary>
    public Ticks Ticks { get; }
    public StepFunctionsService StepFunctions { get; }

    public StatusEndpoint Status { get; }

    public AwsGateway Gateway { get; }

    private SocketEndpoint SocketEndpoint() =>
        new(Sockets, new SocketDoor(Aws, Sockets, new SocketCall(Aws, Functions), exception => _console.Notice($"A message of a socket failed inside the runner: {exception}")));

    private RedriveEndpoint Redrive()
    {
        var redrive = new StreamRedrive(Lambda, Functions, arn => Kinesis.FindByArn(arn) is { } stream ? (stream.Log, StreamKind.Kinesis)
            : DynamoDb.Streams.Find(arn) is { } table ? (table.Log, StreamKind.DynamoDb)
            : null);
        return new RedriveEndpoint(redrive, new ResourceLookup(Sqs, Lambda));
    }

    /// <summary>Whether rules, schedules and destinations can send to what the ARN names.</summary>
    public bool CanDeliverTo(string arn) => _targets.Knows(arn);

    /// <summary>Tells the developer something.</summary>
    public void Notice(string message) => _console.Notice(message);

    /// <summary>Delivers what delivery streams hold, closes sockets, stops reading sources, then the functions with their processes; queues and topics end with the object.</summary>
    public async ValueTask DisposeAsync()
    {
        await Firehose.DisposeAsync().ConfigureAwait(false);
        await Sockets.DisposeAsync().ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Scheduler.DisposeAsync().ConfigureAwait(false);
        await Events.DisposeAsync().ConfigureAwait(false);
        var functions = Functions.DisposeAsync().AsTask();
        await StepFunctions.DisposeAsync().ConfigureAwait(false);
        await Lambda.DisposeAsync().ConfigureAwait(false);
        await functions.ConfigureAwait(false);
        Sns.Dispose();
        DynamoDb.Dispose();
        _stopping.Dispose();
    }
}
