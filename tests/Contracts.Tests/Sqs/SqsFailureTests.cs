using System.Net;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Contracts.Tests.Http;

namespace Contracts.Tests.Sqs;

public sealed class SqsFailureTests
{
    private const string QueueUrl = "http://localhost/000000000000/orders";

    [Fact]
    public async Task A_modelled_error_has_its_type_and_the_code_of_the_query_protocol()
    {
        await using var server = new CannedServer(CannedAnswer.JsonError(
            400,
            "com.amazonaws.sqs#QueueDoesNotExist",
            "The specified queue does not exist.",
            ("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender")));
        using var client = SqsClientOf.Server(server);

        var error = await Assert.ThrowsAsync<QueueDoesNotExistException>(() => client.GetQueueUrlAsync("none"));

        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", error.ErrorCode);
        Assert.Equal("The specified queue does not exist.", error.Message);
        Assert.Equal(ErrorType.Sender, error.ErrorType);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("req-2", error.RequestId);
    }

    [Fact]
    public async Task An_error_without_a_type_of_its_own_keeps_its_code()
    {
        await using var server = new CannedServer(CannedAnswer.JsonError(403, "com.amazonaws.sqs#AccessDeniedException", "no"));
        using var client = SqsClientOf.Server(server);

        var error = await Assert.ThrowsAsync<AmazonSQSException>(() => client.PurgeQueueAsync(QueueUrl));

        Assert.Equal("AccessDeniedException", error.ErrorCode);
    }

    [Theory]
    [InlineData(500, "com.amazonaws.sqs#InternalFailure")]
    [InlineData(400, "com.amazonaws.sqs#RequestThrottled")]
    public async Task Server_errors_and_throttling_are_retried(int status, string type)
    {
        await using var server = new CannedServer(
            CannedAnswer.JsonError(status, type, "later"), CannedAnswer.Json("""{"MessageId":"m-1"}"""));
        using var client = SqsClientOf.Server(server);

        Assert.Equal("m-1", (await client.SendMessageAsync(QueueUrl, "hi")).MessageId);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0].Text, server.Requests[1].Text);
    }

    [Fact]
    public async Task A_body_that_was_damaged_on_its_way_is_refused()
    {
        await using var server = new CannedServer(CannedAnswer.Json(
            """{"Messages":[{"MessageId":"m-1","Body":"ho","MD5OfBody":"49f68a5c8493ec2c0bf489821c21fc3b"}]}"""));
        using var client = SqsClientOf.Server(server);

        await Assert.ThrowsAsync<AmazonSQSException>(() => client.ReceiveMessageAsync(QueueUrl));
    }

    [Fact]
    public async Task Cancelling_ends_the_call()
    {
        await using var server = new CannedServer();
        using var client = SqsClientOf.Server(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.ReceiveMessageAsync(QueueUrl, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("1a3cad3a7a68d07347e41fc4e3d918ad", true)]
    [InlineData("00000000000000000000000000000000", false)]
    public async Task Attributes_must_have_arrived_as_they_were_sent(string digest, bool accepted)
    {
        await using var server = new CannedServer(CannedAnswer.Json($$"""{"MessageId":"m-1","MD5OfMessageAttributes":"{{digest}}"}"""));
        using var client = SqsClientOf.Server(server);
        var request = new SendMessageRequest(QueueUrl, "hi")
        {
            MessageAttributes = new()
            {
                ["kind"] = new() { DataType = "String", StringValue = "order" },
                ["blob"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 3]) },
            },
        };

        var error = await Record.ExceptionAsync(() => client.SendMessageAsync(request));

        Assert.Equal(accepted, error is null);
        Assert.True(accepted || error is AmazonSQSException);
    }
}
