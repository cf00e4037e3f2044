using Patterns.Local.Services.Sqs.Messages;
using static Patterns.Local.Tests.Services.Sqs.QueueExtensions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class FifoTests
{
    private readonly SqsFixture _sqs = new();

    [Fact]
    public void A_group_is_delivered_in_order_and_waits_while_one_of_its_messages_is_in_flight()
    {
        var queue = _sqs.Fifo();
        queue.Send("a1", "a");
        queue.Send("a2", "a");
        queue.Send("b1", "b");
        var a1 = queue.ReceiveOne();

        Assert.Equal("a1", a1.Body);
        Assert.Equal(["b1"], queue.Receive(10).Bodies());
        Assert.Empty(queue.Receive(10));
        queue.Delete(a1.ReceiptHandle);
        Assert.Equal(["a2"], queue.Receive(10).Bodies());
    }

    [Fact]
    public void One_receive_takes_many_of_a_group_before_the_next_group()
    {
        var queue = _sqs.Fifo();
        foreach (var body in new[] { "a1", "b1", "a2", "b2", "a3" })
        {
            queue.Send(body, body[..1]);
        }

        Assert.Equal(["a1", "a2", "a3", "b1"], queue.Receive(4).Bodies());
    }

    [Fact]
    public void A_message_that_comes_back_is_delivered_before_the_rest_of_its_group()
    {
        var queue = _sqs.Fifo();
        queue.Send("1", "g");
        queue.Send("2", "g");
        queue.Send("3", "g");
        var taken = queue.Receive(2);
        queue.ChangeVisibility(taken[0], 0);

        Assert.Equal(["1"], queue.Receive(10).Bodies());
        _sqs.Pass(30);
        Assert.Equal(["1", "2", "3"], queue.Receive(10).Bodies());
    }

    [Fact]
    public void What_is_behind_a_message_in_flight_waits_although_it_came_back()
    {
        var queue = _sqs.Fifo();
        queue.Send("1", "g");
        queue.Send("2", "g");
        var taken = queue.Receive(2);

        queue.ChangeVisibility(taken[1], 0);

        Assert.Empty(queue.Receive(10));
    }

    [Fact]
    public void Sequence_numbers_have_20_digits_and_rise()
    {
        var queue = _sqs.Fifo();
        var numbers = Enumerable.Range(0, 20).Select(i => queue.Send($"{i}", $"{i % 3}").SequenceNumber!).ToArray();

        Assert.All(numbers, number => Assert.Equal(20, number.Length));
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.Equal(numbers[0], queue.ReceiveOne().SequenceNumber);
    }

    [Fact]
    public void A_standard_queue_has_no_sequence_numbers()
    {
        var queue = _sqs.Standard();

        Assert.Null(queue.Send("a").SequenceNumber);
        Assert.Null(queue.ReceiveOne().SequenceNumber);
    }

    [Fact]
    public void The_same_deduplication_id_is_accepted_once_in_five_minutes()
    {
        var queue = _sqs.Fifo();
        var first = queue.Send("a", "g", "id");
        _sqs.Pass(299);
        var again = queue.Send("b", "other", "id");
        Assert.Equal((first.MessageId, first.SequenceNumber), (again.MessageId, again.SequenceNumber));
        Assert.Equal(MessageDigest.Of("b"u8), again.BodyDigest);
        Assert.Equal(1, queue.Counts.Total);

        _sqs.Pass(1);
        queue.Send("c", "g", "id");

        Assert.Equal(["a", "c"], queue.Receive(10).Bodies());
    }

    [Fact]
    public void A_deduplication_id_is_remembered_after_its_message_was_deleted()
    {
        var queue = _sqs.Fifo();
        queue.Send("a", "g", "id");
        queue.Delete(queue.ReceiveOne().ReceiptHandle);

        queue.Send("a", "g", "id");

        Assert.Equal(0, queue.Counts.Total);
    }

    [Fact]
    public void Content_based_deduplication_takes_the_body_and_not_the_attributes()
    {
        var queue = _sqs.Fifo("q.fifo", ("ContentBasedDeduplication", "true"));
        queue.Send("same", "g");
        queue.Send(new NewMessage("same")
        {
            GroupId = "g",
            Attributes = new Dictionary<string, Patterns.Local.Services.MessageAttribute> { ["a"] = Patterns.Local.Services.MessageAttribute.OfString("x") },
        });
        queue.Send("other", "g");
        queue.Send("same", "g", "explicit");

        var received = queue.Receive(10);
        Assert.Equal(["same", "other", "same"], received.Bodies());
        Assert.Equal("0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5", received[0].DeduplicationId);
    }

    [Fact]
    public void With_the_scope_of_a_group_the_same_id_counts_once_a_group()
    {
        var queue = _sqs.Fifo("q.fifo", ("DeduplicationScope", "messageGroup"), ("FifoThroughputLimit", "perMessageGroupId"));
        queue.Send("a", "a", "id");
        queue.Send("b", "b", "id");
        queue.Send("c", "a", "id");

        Assert.Equal(["a", "b"], queue.Receive(10).Bodies());
    }

    [Fact]
    public void A_message_needs_a_group_and_an_identity_and_takes_no_delay()
    {
        var queue = _sqs.Fifo();

        Assert.Equal("The request must contain the parameter MessageGroupId.", Refused(() => queue.Send("a")).Message);
        var noId = Refused(() => queue.Send(new NewMessage("a") { GroupId = "g" }));
        Assert.Equal(
            "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly", noId.Message);
        Assert.Equal(
            "Value 2 for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.",
            Refused(() => queue.Send("a", "g", delaySeconds: 2)).Message);
    }

    [Fact]
    public void A_standard_queue_takes_a_group_but_no_deduplication_id()
    {
        var queue = _sqs.Standard();
        queue.Send("a", "tenant");

        Assert.Equal("tenant", queue.ReceiveOne().GroupId);
        Assert.Equal("InvalidParameterValue", Refused(() => queue.Send("a", id: "id")).QueryCode);
    }

    [Fact]
    public void A_tenant_with_a_long_backlog_does_not_keep_the_others_waiting()
    {
        var queue = _sqs.Standard();
        for (var i = 0; i < 100; i++)
        {
            queue.Send("noisy", "noisy");
        }

        queue.Send("quiet", "quiet");

        Assert.Contains("quiet", queue.Receive(2).Bodies());
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("umläut")]
    public void Group_and_deduplication_ids_are_1_to_128_printable_characters(string id)
    {
        var queue = _sqs.Fifo();

        Assert.Equal(
            $"Value {id} for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.",
            Refused(() => queue.Send("a", id, "x")).Message);
        Assert.StartsWith($"Value {id} for parameter MessageDeduplicationId", Refused(() => queue.Send("a", "g", id)).Message, StringComparison.Ordinal);
        Refused(() => queue.Send("a", new string('g', 129), "x"));
        queue.Send("a", new string('g', 128), new string('!', 128));
    }

    [Fact]
    public void A_handle_expires_with_its_visibility_timeout()
    {
        var queue = _sqs.Fifo();
        queue.Send("a", "g");
        var message = queue.ReceiveOne();
        _sqs.Pass(30);

        Assert.Equal(
            $"Value {message.ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.",
            Refused(() => queue.Delete(message.ReceiptHandle)).Message);
        Refused(() => queue.ChangeVisibility(message, 10));
        queue.ReceiveOne();
        Refused(() => queue.Delete(message.ReceiptHandle));
    }

    [Fact]
    public async Task A_repeated_receive_attempt_gets_the_same_messages_and_handles()
    {
        var queue = _sqs.Fifo();
        queue.Send("1", "g");
        queue.Send("2", "g");
        queue.Send("3", "g");
        var options = new ReceiveOptions(2) { AttemptId = "attempt" };
        var first = await queue.ReceiveAsync(options, default);
        _sqs.Pass(20);

        var again = await queue.ReceiveAsync(options, default);

        Assert.Equal(first.Select(message => message.ReceiptHandle), again.Select(message => message.ReceiptHandle));
        _sqs.Pass(29);
        Assert.Empty(queue.Receive(10));
    }

    [Fact]
    public async Task A_receive_attempt_is_new_once_a_message_of_the_first_was_touched()
    {
        var queue = _sqs.Fifo();
        queue.Send("1", "g");
        queue.Send("2", "h");
        var options = new ReceiveOptions(1) { AttemptId = "attempt" };
        var first = await queue.ReceiveAsync(options, default);
        queue.Delete(first[0].ReceiptHandle);

        Assert.Equal(["2"], (await queue.ReceiveAsync(options, default)).Bodies());
    }

    [Fact]
    public void A_delayed_fifo_queue_delays_each_message_and_keeps_the_order()
    {
        var queue = _sqs.Fifo("q.fifo", ("DelaySeconds", "10"));
        queue.Send("1", "g");
        _sqs.Pass(5);
        queue.Send("2", "g");
        _sqs.Pass(5);

        Assert.Equal(["1"], queue.Receive(10).Bodies());
    }
}
