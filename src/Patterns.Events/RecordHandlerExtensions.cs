using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.KinesisEvents;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Patterns.TypedEvents.Internal;
using DynamoDbResponse = Amazon.Lambda.DynamoDBEvents.StreamsEventResponse;
using KinesisResponse = Amazon.Lambda.KinesisEvents.StreamsEventResponse;

namespace Patterns;

/// <summary>Runs events that are already read into the official classes through a handler, with the same rules as its stream entry.</summary>
public static class RecordHandlerExtensions
{
    /// <summary>Handles a batch of a queue; a queue ARN that ends in <c>.fifo</c> makes it ordered per message group.</summary>
    /// <returns>The ids of the messages that return to the queue.</returns>
    /// <exception cref="BatchFailedException">Some failed, and <see cref="RecordHandlerOptions.ReportBatchItemFailures"/> is false.</exception>
    public static async Task<SQSBatchResponse> HandleSqsAsync<TMessage>(this RecordHandler<TMessage> handler, SQSEvent batch, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(batch);
        var outcome = await handler.HandleBatchAsync(new SqsBatch(batch), context).ConfigureAwait(false);
        return new SQSBatchResponse(
            [.. Report(handler, outcome).Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
    }

    /// <summary>Handles notifications of a topic.</summary>
    /// <exception cref="BatchFailedException">Some failed; a single one's own exception is thrown instead.</exception>
    public static async Task HandleSnsAsync<TMessage>(this RecordHandler<TMessage> handler, SNSEvent batch, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(batch);
        var outcome = await handler.HandleBatchAsync(new SnsBatch(batch), context).ConfigureAwait(false);
        outcome.ThrowIfFailed();
    }

    /// <summary>Handles a batch of a Kinesis shard, in order per partition key.</summary>
    /// <returns>The lowest unfinished sequence number, or an empty list.</returns>
    /// <exception cref="BatchFailedException">Some failed, and <see cref="RecordHandlerOptions.ReportBatchItemFailures"/> is false.</exception>
    public static async Task<KinesisResponse> HandleKinesisAsync<TMessage>(this RecordHandler<TMessage> handler, KinesisEvent batch, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(batch);
        var outcome = await handler.HandleBatchAsync(new KinesisBatch(batch), context).ConfigureAwait(false);
        return new KinesisResponse
        {
            BatchItemFailures = [.. Report(handler, outcome).Select(id => new KinesisResponse.BatchItemFailure { ItemIdentifier = id })],
        };
    }

    /// <summary>Handles a batch of a table's stream, in order per partition key: see <see cref="RecordHandlerOptions.PartitionKeyName"/>.</summary>
    /// <returns>The lowest unfinished sequence number, or an empty list.</returns>
    /// <exception cref="BatchFailedException">Some failed, and <see cref="RecordHandlerOptions.ReportBatchItemFailures"/> is false.</exception>
    public static async Task<DynamoDbResponse> HandleDynamoDbAsync<TMessage>(this RecordHandler<TMessage> handler, DynamoDBEvent batch, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(batch);
        var wholeChange = typeof(TMessage).IsGenericType && typeof(TMessage).GetGenericTypeDefinition() == typeof(TableChange<>);
        var records = new DynamoDbBatch(batch, handler.Options.PartitionKeyName, wholeChange);
        var outcome = await handler.HandleBatchAsync(records, context).ConfigureAwait(false);
        return new DynamoDbResponse
        {
            BatchItemFailures = [.. Report(handler, outcome).Select(id => new DynamoDbResponse.BatchItemFailure { ItemIdentifier = id })],
        };
    }

    /// <summary>Handles notifications of a bucket. A message is the record's JSON.</summary>
    /// <exception cref="BatchFailedException">Some failed; a single one's own exception is thrown instead.</exception>
    public static async Task HandleS3Async<TMessage>(this RecordHandler<TMessage> handler, S3Event batch, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(batch);
        var outcome = await handler.HandleBatchAsync(new S3Batch(batch), context).ConfigureAwait(false);
        outcome.ThrowIfFailed();
    }

    /// <summary>Handles an event of a bus. The detail is the message.</summary>
    /// <exception cref="Exception">What the handler threw.</exception>
    public static async Task HandleEventBridgeAsync<TMessage>(
        this RecordHandler<TMessage> handler,
        CloudWatchEvent<JsonElement> busEvent,
        ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(busEvent);
        var outcome = await handler.HandleBatchAsync(new BusEvent(busEvent), context).ConfigureAwait(false);
        outcome.ThrowIfFailed();
    }

    /// <summary>A mapping without partial replies takes one for success, so that a failure must be an exception.</summary>
    private static IEnumerable<string> Report<TMessage>(RecordHandler<TMessage> handler, BatchOutcome outcome)
    {
        if (!handler.Options.ReportBatchItemFailures)
        {
            outcome.ThrowIfFailed();
        }

        return outcome.ReportedIds;
    }
}
