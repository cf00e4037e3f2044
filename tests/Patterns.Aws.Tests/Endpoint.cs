using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services.Firehose.Settings;
using Patterns.Local.Stacks;
using Record = Amazon.Kinesis.Model.Record;

namespace Patterns.Aws.Tests;

/// <summary>The runner's endpoint on a free port, with clients for it; shared by the tests of a class.</summary>
public sealed class Endpoint : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("patterns-aws-");
    private Runner? _runner;

    /// <summary>Whether shards have the limits of the service.</summary>
    public bool LimitsShards { get; init; }

    public IAmazonSQS Sqs { get; private set; } = null!;

    public IAmazonSimpleNotificationService Sns { get; private set; } = null!;

    public IAmazonEventBridge EventBridge { get; private set; } = null!;

    public IAmazonDynamoDB DynamoDb { get; private set; } = null!;

    public IAmazonKinesis Kinesis { get; private set; } = null!;

    public IAmazonKinesisFirehose Firehose { get; private set; } = null!;

    public IAmazonStepFunctions StepFunctions { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _runner = await Runner.StartAsync(new RunnerOptions { Port = 0, Console = new SilentConsole(), LimitsShards = LimitsShards, WorkDirectory = _folder.FullName });
        var credentials = new BasicAWSCredentials("test", "test");
        Sqs = new AmazonSQSClient(credentials, new AmazonSQSConfig { ServiceURL = _runner.Endpoint, AuthenticationRegion = "us-east-1" });
        Sns = new AmazonSimpleNotificationServiceClient(
            credentials,
            new AmazonSimpleNotificationServiceConfig { ServiceURL = _runner.Endpoint, AuthenticationRegion = "us-east-1" });
        EventBridge = new AmazonEventBridgeClient(credentials, new AmazonEventBridgeConfig { ServiceURL = _runner.Endpoint, AuthenticationRegion = "us-east-1" });
        Kinesis = new AmazonKinesisClient(credentials, new AmazonKinesisConfig { ServiceURL = _runner.Endpoint, AuthenticationRegion = "us-east-1" });
        Firehose = new AmazonKinesisFirehoseClient(credentials, new AmazonKinesisFirehoseConfig { ServiceURL = _runner.Endpoint, AuthenticationRegion = "us-east-1" });
        DynamoDb = new AmazonDynamoDBClient(
            credentials,
            new AmazonDynamoDBConfig { ServiceURL = _runner.Endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        StepFunctions = new AmazonStepFunctionsClient(
            credentials,
            new AmazonStepFunctionsConfig { ServiceURL = _runner.Endpoint, AuthenticationRegion = "us-east-1" });
    }

    public async ValueTask DisposeAsync()
    {
        StepFunctions.Dispose();
        DynamoDb.Dispose();
        EventBridge.Dispose();
        Firehose.Dispose();
        Kinesis.Dispose();
        Sqs.Dispose();
        Sns.Dispose();
        await _runner!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A new queue's URL and ARN.</summary>
    public async Task<(string Url, string Arn)> CreateQueueAsync(bool fifo)
    {
        var name = $"q-{Guid.NewGuid():N}{(fifo ? ".fifo" : "")}";
        var attributes = fifo ? new Dictionary<string, string> { ["FifoQueue"] = "true" } : null;
        var created = await Sqs.CreateQueueAsync(new Amazon.SQS.Model.CreateQueueRequest { QueueName = name, Attributes = attributes });
        var asked = await Sqs.GetQueueAttributesAsync(created.QueueUrl, ["QueueArn"]);
        return (created.QueueUrl, asked.Attributes["QueueArn"]);
    }

    /// <summary>A new stream's ARN; it has one shard.</summary>
    public async Task<string> CreateStreamAsync()
    {
        var name = $"s-{Guid.NewGuid():N}";
        await Kinesis.CreateStreamAsync(new CreateStreamRequest { StreamName = name, ShardCount = 1 });
        return (await Kinesis.DescribeStreamSummaryAsync(new DescribeStreamSummaryRequest { StreamName = name })).StreamDescriptionSummary.StreamARN;
    }

    /// <summary>The records of the stream's only shard, from the oldest on.</summary>
    public async Task<IReadOnlyList<Amazon.Kinesis.Model.Record>> ReadAsync(string arn, int count = 0)
    {
        var records = new List<Amazon.Kinesis.Model.Record>();
        var asked = await Kinesis.GetShardIteratorAsync(new GetShardIteratorRequest { StreamARN = arn, ShardId = "shardId-000000000000", ShardIteratorType = ShardIteratorType.TRIM_HORIZON });
        var iterator = asked.ShardIterator;
        do
        {
            var read = await Kinesis.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator });
            records.AddRange(read.Records);
            iterator = read.NextShardIterator;
        }
        while (records.Count < count);

        return records;
    }

    /// <summary>A new delivery stream's ARN, with a bucket of its own; it takes puts, or reads a Kinesis stream.</summary>
    public string CreateDeliveryStream(string? source = null)
    {
        var name = $"d-{Guid.NewGuid():N}";
        return _runner!.Account.Firehose.Create(new DeliverySettings
        {
            Name = name,
            Source = source is null ? null : new SourceSettings(source, "arn:aws:iam::000000000000:role/reader"),
            RoleArn = "arn:aws:iam::000000000000:role/writer",
            BucketArn = $"arn:aws:s3:::{name}",
            Prefix = ObjectPrefix.OfObjects(null),
            ErrorPrefix = ObjectPrefix.OfErrors(null, null),
        }).Arn;
    }

    /// <summary>What the delivery stream has written, with all that was in its buffer.</summary>
    public async Task<string> DeliveredAsync(string arn)
    {
        var name = arn.Split('/')[1];
        await _runner!.Account.Firehose.Find(name).FlushAsync();
        var folder = _runner.Account.Objects.FolderOf(name);
        return Directory.Exists(folder) ? string.Concat(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText)) : "";
    }

    /// <summary>A new table's name, which is active.</summary>
    public async Task<string> CreateTableAsync(string partitionKey = "pk", string sortKey = "sk")
    {
        var name = $"t-{Guid.NewGuid():N}";
        await DynamoDb.CreateTableAsync(new Amazon.DynamoDBv2.Model.CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new KeySchemaElement(partitionKey, KeyType.HASH), new KeySchemaElement(sortKey, KeyType.RANGE)],
            AttributeDefinitions = [new AttributeDefinition(partitionKey, ScalarAttributeType.S), new AttributeDefinition(sortKey, ScalarAttributeType.S)],
        });
        while ((await DynamoDb.DescribeTableAsync(name)).Table.TableStatus != TableStatus.ACTIVE)
        {
            await Task.Yield();
        }

        return name;
    }

    /// <summary>Waits until the messages are there, in the order in which they come.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queueUrl, int count)
    {
        var received = new List<ReceivedMessage>();
        while (received.Count < count)
        {
            var response = await Sqs.ReceiveMessageAsync(new Amazon.SQS.Model.ReceiveMessageRequest
            {
                QueueUrl = queueUrl,
                MaxNumberOfMessages = 10,
                WaitTimeSeconds = 10,
                MessageAttributeNames = ["All"],
            });
            foreach (var message in response.Messages ?? throw new TimeoutException($"{received.Count} of {count} messages came."))
            {
                received.Add(new ReceivedMessage(message.Body, message.MessageAttributes?.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.StringValue) ?? []));
                await Sqs.DeleteMessageAsync(queueUrl, message.ReceiptHandle);
            }
        }

        return received;
    }
}
