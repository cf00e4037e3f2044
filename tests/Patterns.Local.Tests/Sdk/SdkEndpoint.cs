using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Kinesis;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using Patterns.Local.Stacks;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Sdk;

/// <summary>The runner on a free port and a clock that the test moves, with SDK clients that speak to it over HTTP.</summary>
internal sealed class SdkEndpoint : IAsyncDisposable
{
    private readonly Runner _runner;

    private SdkEndpoint(Runner runner, TestClock clock, RecordingConsole console)
    {
        Console = console;
        _runner = runner;
        Clock = clock;
        var credentials = new BasicAWSCredentials("any", "thing");
        Sqs = new AmazonSQSClient(credentials, new AmazonSQSConfig { ServiceURL = runner.Endpoint, AuthenticationRegion = "us-east-1" });
        Sns = new AmazonSimpleNotificationServiceClient(
            credentials,
            new AmazonSimpleNotificationServiceConfig { ServiceURL = runner.Endpoint, AuthenticationRegion = "us-east-1" });
        DynamoDb = new AmazonDynamoDBClient(credentials, new AmazonDynamoDBConfig { ServiceURL = runner.Endpoint, AuthenticationRegion = "us-east-1" });
        Kinesis = new AmazonKinesisClient(credentials, new AmazonKinesisConfig { ServiceURL = runner.Endpoint, AuthenticationRegion = "us-east-1" });
        // StartSyncExecution would go to a host of its own, which an address cannot have.
        StepFunctions = new AmazonStepFunctionsClient(
            credentials,
            new AmazonStepFunctionsConfig { ServiceURL = runner.Endpoint, AuthenticationRegion = "us-east-1", DisableHostPrefixInjection = true });
    }

    public TestClock Clock { get; }

    public RecordingConsole Console { get; }

    public AmazonSQSClient Sqs { get; }

    public AmazonSimpleNotificationServiceClient Sns { get; }

    public AmazonDynamoDBClient DynamoDb { get; }

    public AmazonKinesisClient Kinesis { get; }
    public AmazonStepFunctionsClient StepFunctions { get; }

    public EmulatedAccount Account => _runner.Account;

    /// <summary>Where the runner listens, for requests that no client makes.</summary>
    public string Endpoint => _runner.Endpoint;

    public static async Task<SdkEndpoint> StartAsync()
    {
        var clock = new TestClock();
        var console = new RecordingConsole();
        return new SdkEndpoint(await Runner.StartAsync(new RunnerOptions { Port = 0, Time = clock, Console = console }), clock, console);
    }

    public async ValueTask DisposeAsync()
    {
        Sqs.Dispose();
        Sns.Dispose();
        DynamoDb.Dispose();
        Kinesis.Dispose();
        StepFunctions.Dispose();
        await _runner.DisposeAsync();
    }

    public async Task<string> CreateQueueAsync(string name, params (string Name, string Value)[] attributes)
    {
        var all = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value);
        if (name.EndsWith(".fifo", StringComparison.Ordinal))
        {
            all["FifoQueue"] = "true";
        }

        return (await Sqs.CreateQueueAsync(new CreateQueueRequest { QueueName = name, Attributes = all })).QueueUrl;
    }

    public async Task<string> ArnOfAsync(string queueUrl) =>
        (await Sqs.GetQueueAttributesAsync(queueUrl, ["QueueArn"])).Attributes["QueueArn"];

    /// <summary>What can be received now, without waiting.</summary>
    public async Task<List<Message>> ReceiveAsync(string queueUrl, int max = 10)
    {
        var response = await Sqs.ReceiveMessageAsync(new ReceiveMessageRequest
        {
            QueueUrl = queueUrl,
            MaxNumberOfMessages = max,
            MessageSystemAttributeNames = ["All"],
            MessageAttributeNames = ["All"],
        });
        return response.Messages ?? [];
    }

    /// <summary>Sends to a FIFO queue, with the body as the deduplication id.</summary>
    public Task<SendMessageResponse> SendToGroupAsync(string queueUrl, string group, string body) => Sqs.SendMessageAsync(new SendMessageRequest
    {
        QueueUrl = queueUrl,
        MessageBody = body,
        MessageGroupId = group,
        MessageDeduplicationId = body,
    });

    /// <summary>A table on demand whose keys are texts.</summary>
    public Task<CreateTableResponse> CreateTableAsync(string name, string partition, string? sort = null, (string Name, string Partition, string? Sort)? index = null)
    {
        string?[] attributes = [partition, sort, index?.Partition, index?.Sort];
        return DynamoDb.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = Schema(partition, sort),
            AttributeDefinitions = [.. attributes.OfType<string>().Distinct().Select(attribute => new AttributeDefinition(attribute, ScalarAttributeType.S))],
            GlobalSecondaryIndexes = index is { } global
                ? [new GlobalSecondaryIndex { IndexName = global.Name, KeySchema = Schema(global.Partition, global.Sort), Projection = new Projection { ProjectionType = ProjectionType.ALL } }]
                : null,
        });
    }

    private static List<KeySchemaElement> Schema(string partition, string? sort) =>
        sort is null ? [new(partition, KeyType.HASH)] : [new(partition, KeyType.HASH), new(sort, KeyType.RANGE)];
}
