using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.KinesisEvents;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Contracts.Tests.Events.Contexts;

namespace Contracts.Tests.Events;

public sealed class EventTests
{
    [Fact]
    public void Binary_attributes_of_a_queue_message_are_streams()
    {
        var message = Assert.Single(Payload.As<SQSEvent, SqsContext>("sqs").Records);

        Assert.Equal([1, 2, 3], message.MessageAttributes["blob"].BinaryValue.ToArray());
        Assert.Equal("aws:sqs", message.EventSource);
        Assert.Equal("a", message.Attributes["MessageGroupId"]);
    }

    [Fact]
    public void A_notification_has_its_time_in_utc()
    {
        var sns = Assert.Single(Payload.As<SNSEvent, SnsContext>("sns").Records).Sns;

        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), sns.Timestamp);
        Assert.Null(sns.Subject);
    }

    [Fact]
    public void A_stream_record_has_data_and_arrival_time()
    {
        var record = Assert.Single(Payload.As<KinesisEvent, KinesisContext>("kinesis").Records).Kinesis;

        Assert.Equal("""{"order":1}"""u8.ToArray(), record.Data.ToArray());
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1767323045.678), record.ApproximateArrivalTimestamp);
        Assert.Null(record.EncryptionType);
    }

    [Fact]
    public void The_state_of_a_window_is_text_whatever_it_was()
    {
        var window = Payload.As<KinesisTimeWindowEvent, KinesisWindowContext>("kinesis-window");

        Assert.Equal(new Dictionary<string, string> { ["1"] = "282", ["total"] = "715" }, window.State);
        Assert.Equal((false, true), (window.IsFinalInvokeForWindow, window.IsWindowTerminatedEarly));
    }

    [Fact]
    public void An_item_becomes_plain_json()
    {
        var change = Assert.Single(Payload.As<DynamoDBEvent, DynamoDbContext>("dynamodb").Records).Dynamodb;

        var json = JsonSerializer.Deserialize<JsonElement>(change.NewImage.ToJson());

        Assert.Equal(101, json.GetProperty("Id").GetInt32());
        Assert.Equal("AQID", json.GetProperty("Blob").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("None").ValueKind);
        Assert.Equal("[1,2.5]", json.GetProperty("Sizes").GetRawText());
        Assert.Equal("""["x",3]""", json.GetProperty("Lines").GetRawText());
        Assert.Equal("""{"City":"Bergen"}""", json.GetProperty("Address").GetRawText());
        Assert.Equal("{}", new Dictionary<string, DynamoDBEvent.AttributeValue>().ToJson());
    }

    [Fact]
    public void An_object_key_is_decoded_like_a_form_field()
    {
        var record = Assert.Single(Payload.As<S3Event, S3Context>("s3").Records);

        Assert.Equal("in/two words+.txt", record.S3.Object.KeyDecoded);
        Assert.Equal("D82B88E5F771F645", record.ResponseElements.XAmzRequestId);
    }

    [Fact]
    public void The_claims_of_a_user_pool_are_found_in_the_authorizer()
    {
        var authorizer = Payload.As<APIGatewayProxyRequest, RestApiContext>("rest-request").RequestContext.Authorizer;

        Assert.Equal("s-1", authorizer.Claims["sub"]);
        Assert.Equal("u", authorizer["principalId"].ToString());
    }

    [Fact]
    public void A_header_can_be_set_or_added_to()
    {
        var response = new APIGatewayHttpApiV2ProxyResponse();

        response.SetHeaderValues("vary", "a", append: true);
        response.SetHeaderValues("vary", ["b", "c"], append: true);
        Assert.Equal("a,b,c", response.Headers["vary"]);

        response.SetHeaderValues("vary", "d", append: false);
        Assert.Equal("d", response.Headers["vary"]);
    }

    [Fact]
    public void A_batch_response_starts_with_no_failures() => Assert.Empty(new SQSBatchResponse().BatchItemFailures);
}
