using Amazon.SQS.Model;

namespace Patterns.Local.Tests.Sdk;

/// <summary>Queue semantics as an unmodified SDK client sees them over HTTP.</summary>
public sealed class SqsSdkTests
{
    [Fact]
    public async Task A_received_message_is_hidden_for_its_visibility_timeout_and_comes_back_with_a_higher_receive_count()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q", ("VisibilityTimeout", "30"));
        await aws.Sqs.SendMessageAsync(queue, "hello");

        Assert.Equal("1", Assert.Single(await aws.ReceiveAsync(queue)).Attributes["ApproximateReceiveCount"]);
        aws.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(await aws.ReceiveAsync(queue));
        aws.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("2", Assert.Single(await aws.ReceiveAsync(queue)).Attributes["ApproximateReceiveCount"]);
    }

    [Fact]
    public async Task A_message_whose_visibility_is_set_to_zero_comes_back_at_once()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q");
        await aws.Sqs.SendMessageAsync(queue, "hello");
        var first = Assert.Single(await aws.ReceiveAsync(queue));

        await aws.Sqs.ChangeMessageVisibilityAsync(queue, first.ReceiptHandle, 0);

        Assert.Equal(first.MessageId, Assert.Single(await aws.ReceiveAsync(queue)).MessageId);
    }

    [Fact]
    public async Task A_message_that_was_received_too_often_goes_to_the_dead_letters()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var dead = await aws.CreateQueueAsync("dead");
        var arn = await aws.ArnOfAsync(dead);
        var queue = await aws.CreateQueueAsync("q", ("VisibilityTimeout", "10"), ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{arn}}","maxReceiveCount":"2"}"""));
        var sent = await aws.Sqs.SendMessageAsync(queue, "poison");

        for (var receive = 0; receive < 2; receive++)
        {
            Assert.Single(await aws.ReceiveAsync(queue));
            aws.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Empty(await aws.ReceiveAsync(queue));
        var letter = Assert.Single(await aws.ReceiveAsync(dead));
        Assert.Equal((sent.MessageId, "poison"), (letter.MessageId, letter.Body));
    }

    [Fact]
    public async Task A_group_waits_while_one_of_its_messages_is_in_flight()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q.fifo");
        await aws.SendToGroupAsync(queue, "A", "a1");
        await aws.SendToGroupAsync(queue, "A", "a2");
        await aws.SendToGroupAsync(queue, "B", "b1");

        var first = Assert.Single(await aws.ReceiveAsync(queue, max: 1));
        Assert.Equal("a1", first.Body);
        Assert.Equal("b1", Assert.Single(await aws.ReceiveAsync(queue)).Body);
        Assert.Empty(await aws.ReceiveAsync(queue));
        await aws.Sqs.DeleteMessageAsync(queue, first.ReceiptHandle);

        Assert.Equal("a2", Assert.Single(await aws.ReceiveAsync(queue)).Body);
    }

    [Fact]
    public async Task A_duplicate_is_dropped_for_five_minutes_and_taken_after_them()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q.fifo");
        var first = await aws.SendToGroupAsync(queue, "A", "same");
        aws.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));

        var second = await aws.SendToGroupAsync(queue, "A", "same");
        var received = Assert.Single(await aws.ReceiveAsync(queue));
        await aws.Sqs.DeleteMessageAsync(queue, received.ReceiptHandle);
        Assert.Empty(await aws.ReceiveAsync(queue));
        aws.Clock.Advance(TimeSpan.FromSeconds(2));
        var third = await aws.SendToGroupAsync(queue, "A", "same");

        Assert.Equal(first.MessageId, second.MessageId);
        Assert.NotEqual(first.MessageId, third.MessageId);
        Assert.Single(await aws.ReceiveAsync(queue));
    }

    [Fact]
    public async Task A_batch_answers_for_each_entry()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q");

        var response = await aws.Sqs.SendMessageBatchAsync(new SendMessageBatchRequest
        {
            QueueUrl = queue,
            Entries = [new("good", "fine"), new("bad", "\u0001")],
        });

        Assert.Equal("good", Assert.Single(response.Successful).Id);
        Assert.Equal(("bad", "InvalidMessageContents"), (Assert.Single(response.Failed).Id, response.Failed[0].Code));
    }

    [Fact]
    public async Task A_delayed_message_is_not_there_before_its_time()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q");
        await aws.Sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = queue, MessageBody = "later", DelaySeconds = 5 });

        Assert.Empty(await aws.ReceiveAsync(queue));
        aws.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Single(await aws.ReceiveAsync(queue));
    }

    [Fact]
    public async Task A_long_poll_ends_when_a_message_comes()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q");

        var poll = aws.Sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, WaitTimeSeconds = 20 });
        await aws.Sqs.SendMessageAsync(queue, "hello");

        // The clock stands still: only the message can end the poll.
        Assert.Equal("hello", Assert.Single((await poll).Messages).Body);
    }

    [Fact]
    public async Task Attributes_survive_and_their_digest_satisfies_the_client()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q");
        await aws.Sqs.SendMessageAsync(new SendMessageRequest
        {
            QueueUrl = queue,
            MessageBody = "x",
            MessageAttributes = new Dictionary<string, MessageAttributeValue>
            {
                ["text"] = new() { DataType = "String", StringValue = "ü" },
                ["number"] = new() { DataType = "Number.int", StringValue = "6" },
                ["bytes"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 3]) },
            },
        });

        var message = Assert.Single(await aws.ReceiveAsync(queue));

        Assert.Equal("ü", message.MessageAttributes["text"].StringValue);
        Assert.Equal("Number.int", message.MessageAttributes["number"].DataType);
        Assert.Equal([1, 2, 3], message.MessageAttributes["bytes"].BinaryValue.ToArray());
    }

    [Fact]
    public async Task Errors_arrive_as_the_clients_own_exceptions()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q");

        await Assert.ThrowsAsync<QueueDoesNotExistException>(() => aws.Sqs.SendMessageAsync(queue + "x", "hello"));
        await Assert.ThrowsAsync<ReceiptHandleIsInvalidException>(() => aws.Sqs.DeleteMessageAsync(queue, "nonsense"));
        await Assert.ThrowsAsync<EmptyBatchRequestException>(() => aws.Sqs.SendMessageBatchAsync(new SendMessageBatchRequest { QueueUrl = queue, Entries = [] }));
        await Assert.ThrowsAsync<QueueNameExistsException>(() => aws.CreateQueueAsync("q", ("DelaySeconds", "7")));
    }
}
