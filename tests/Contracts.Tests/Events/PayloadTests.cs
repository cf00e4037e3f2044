using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.S3Events;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.KinesisEvents;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Contracts.Tests.Events.Contexts;

namespace Contracts.Tests.Events;

public sealed class PayloadTests
{
    public static readonly TheoryData<string, IRoundTrip> Events = new()
    {
        { "sqs", new RoundTrip<SQSEvent, SqsContext>() },
        { "sns", new RoundTrip<SNSEvent, SnsContext>() },
        { "kinesis", new RoundTrip<KinesisEvent, KinesisContext>() },
        { "kinesis-window", new RoundTrip<KinesisTimeWindowEvent, KinesisWindowContext>() },
        { "dynamodb", new RoundTrip<DynamoDBEvent, DynamoDbContext>() },
        { "dynamodb-window", new RoundTrip<DynamoDBTimeWindowEvent, DynamoDbWindowContext>() },
        { "s3", new RoundTrip<S3Event, S3Context>() },
        { "scheduled", new RoundTrip<ScheduledEvent, BusContext>() },
        { "s3-created", new RoundTrip<S3ObjectCreateEvent, BusContext>() },
        { "s3-deleted", new RoundTrip<S3ObjectDeleteEvent, BusContext>() },
        { "s3-restored", new RoundTrip<S3ObjectRestoreEvent, BusContext>() },
        { "rest-request", new RoundTrip<APIGatewayProxyRequest, RestApiContext>() },
        { "websocket-request", new RoundTrip<APIGatewayProxyRequest, RestApiContext>() },
        { "http-request", new RoundTrip<APIGatewayHttpApiV2ProxyRequest, HttpApiContext>() },
        { "authorizer-request", new RoundTrip<APIGatewayCustomAuthorizerRequest, RestApiContext>() },
        { "authorizer-v2-request", new RoundTrip<APIGatewayCustomAuthorizerV2Request, HttpApiContext>() },
    };

    public static readonly TheoryData<string, IRoundTrip> Responses = new()
    {
        { "rest-response", new RoundTrip<APIGatewayProxyResponse, RestApiContext>() },
        { "http-response", new RoundTrip<APIGatewayHttpApiV2ProxyResponse, HttpApiContext>() },
        { "authorizer-response", new RoundTrip<APIGatewayCustomAuthorizerResponse, RestApiContext>() },
        { "authorizer-v2-iam-response", new RoundTrip<APIGatewayCustomAuthorizerV2IamResponse, HttpApiContext>() },
        { "authorizer-v2-simple-response", new RoundTrip<APIGatewayCustomAuthorizerV2SimpleResponse, HttpApiContext>() },
        { "batch-response", new RoundTrip<SQSBatchResponse, SqsContext>() },
        { "batch-response", new RoundTrip<Amazon.Lambda.KinesisEvents.StreamsEventResponse, KinesisContext>() },
        { "batch-response", new RoundTrip<Amazon.Lambda.DynamoDBEvents.StreamsEventResponse, DynamoDbContext>() },
        { "window-response", new RoundTrip<KinesisTimeWindowResponse, KinesisWindowContext>() },
        { "window-response", new RoundTrip<DynamoDBTimeWindowResponse, DynamoDbWindowContext>() },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Reading_and_writing_an_event_loses_no_field(string name, IRoundTrip type)
    {
        var payload = Payload.Read(name);

        Assert.All(type.RunWithEverySerializer(payload), written => Assert.Empty(Leaves.Of(payload).Except(Leaves.Of(written))));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void Responses_have_the_names_that_the_service_reads_with_every_serializer(string name, IRoundTrip type)
    {
        var payload = JsonSerializer.Deserialize<JsonElement>(Payload.Read(name));

        Assert.All(
            type.RunWithEverySerializer(Payload.Read(name)),
            written => Assert.True(JsonElement.DeepEquals(payload, JsonSerializer.Deserialize<JsonElement>(written)), written));
    }
}
