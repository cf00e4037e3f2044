using Patterns.Local.Services.Sqs;
using static Patterns.Local.Tests.Services.Sqs.QueueExtensions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class VisibilityTests
{
    private readonly SqsFixture _sqs = new();

    [Fact]
    public void A_received_message_is_hidden_until_its_visibility_timeout_ends()
    {
        var queue = _sqs.Standard();
        queue.Send("a");

        Assert.Equal(["a"], queue.Receive(10).Bodies());
        Assert.Empty(queue.Receive(10));
        _sqs.Pass(29.999);
        Assert.Empty(queue.Receive(10));
        _sqs.Pass(0.001);
        Assert.Equal(["a"], queue.Receive(10).Bodies());
    }

    [Fact]
    public void Each_receive_counts_and_the_first_one_leaves_its_time()
    {
        var queue = _sqs.Standard();
        var sentAt = _sqs.Clock.GetUtcNow();
        queue.Send("a");
        _sqs.Pass(5);
        var firstAt = _sqs.Clock.GetUtcNow();
        var first = queue.ReceiveOne();
        _sqs.Pass(30);
        var second = queue.ReceiveOne();

        Assert.Equal((1, 2), (first.ReceiveCount, second.ReceiveCount));
        Assert.Equal((sentAt, firstAt), (second.SentAt, second.FirstReceivedAt));
        Assert.Equal(first.MessageId, second.MessageId);
        Assert.NotEqual(first.ReceiptHandle, second.ReceiptHandle);
    }

    [Fact]
    public void The_receive_can_set_another_timeout()
    {
        var queue = _sqs.Standard();
        queue.Send("a");

        queue.Receive(1, TimeSpan.FromSeconds(5));
        _sqs.Pass(5);

        Assert.Equal(["a"], queue.Receive(1).Bodies());
    }

    [Fact]
    public void A_timeout_of_zero_gives_the_message_back_at_once()
    {
        var queue = _sqs.Standard();
        queue.Send("a");

        queue.ChangeVisibility(queue.ReceiveOne(), 0);

        Assert.Equal(["a"], queue.Receive(1).Bodies());
    }

    [Fact]
    public void A_changed_timeout_counts_from_the_change()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        var message = queue.ReceiveOne();

        _sqs.Pass(20);
        queue.ChangeVisibility(message, 60);
        _sqs.Pass(59);
        Assert.Empty(queue.Receive(1));
        _sqs.Pass(1);
        Assert.Single(queue.Receive(1));
    }

    [Fact]
    public void A_message_never_stays_hidden_longer_than_12_hours_after_its_receive()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        var message = queue.ReceiveOne();
        queue.ChangeVisibility(message, 43_200);
        _sqs.Pass(10);

        var error = Refused(() => queue.ChangeVisibility(message, 43_191));

        Assert.Equal("InvalidParameterValue", error.QueryCode);
        Assert.Equal(
            "Value 43191 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message is beyond the limit [43200 seconds].",
            error.Message);
        queue.ChangeVisibility(message, 43_190);
        Assert.Throws<Patterns.Local.Services.AwsException>(() => queue.ChangeVisibility(message, 43_201));
    }

    [Fact]
    public void A_standard_queue_lets_a_message_hide_again_after_its_timeout_while_nobody_else_has_it()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        var message = queue.ReceiveOne();
        _sqs.Pass(31);

        queue.ChangeVisibility(message, 10);

        Assert.Empty(queue.Receive(1));
        Assert.Equal(new QueueCounts(0, 1, 0), queue.Counts);
    }

    [Fact]
    public void Only_the_latest_receipt_handle_changes_a_message()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        var first = queue.ReceiveOne();
        _sqs.Pass(30);
        var second = queue.ReceiveOne();

        var error = Refused(() => queue.ChangeVisibility(first, 0));
        queue.Delete(first.ReceiptHandle);

        Assert.EndsWith("Reason: Message does not exist or is not available for visibility timeout change.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, queue.Counts.InFlight);
        queue.Delete(second.ReceiptHandle);
        Assert.Equal(0, queue.Counts.Total);
    }

    [Fact]
    public void Deleting_twice_succeeds_and_changing_a_deleted_message_does_not()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        var message = queue.ReceiveOne();

        queue.Delete(message.ReceiptHandle);
        queue.Delete(message.ReceiptHandle);

        Assert.Equal("InvalidParameterValue", Refused(() => queue.ChangeVisibility(message, 1)).QueryCode);
    }

    [Fact]
    public void A_message_can_be_deleted_after_its_timeout()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        var message = queue.ReceiveOne();
        _sqs.Pass(31);

        queue.Delete(message.ReceiptHandle);

        Assert.Equal(0, queue.Counts.Total);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("AQEBAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_handle_that_no_queue_issued_is_invalid(string handle)
    {
        var error = Refused(() => _sqs.Standard().Delete(handle));

        Assert.Equal(("ReceiptHandleIsInvalid", 404), (error.Code, error.Status));
        Assert.Equal($"The input receipt handle \"{handle}\" is not a valid receipt handle.", error.Message);
    }

    [Fact]
    public void A_handle_of_another_queue_is_invalid()
    {
        var other = _sqs.Standard("other");
        other.Send("a");

        var error = Refused(() => _sqs.Standard().Delete(other.ReceiveOne().ReceiptHandle));

        Assert.Equal("ReceiptHandleIsInvalid", error.Code);
    }

    [Fact]
    public void More_than_the_maximum_in_flight_is_refused()
    {
        var sqs = new SqsFixture(SqsLimits.Strict with { MaximumInFlight = 3 });
        var queue = sqs.Standard();
        for (var i = 0; i < 5; i++)
        {
            queue.Send($"{i}");
        }

        Assert.Equal(3, queue.Receive(10).Count);
        var error = Refused(() => queue.Receive(1));

        Assert.Equal(("OverLimit", 403), (error.Code, error.Status));
    }

    [Fact]
    public async Task A_long_poll_waits_instead_while_too_many_are_in_flight()
    {
        var sqs = new SqsFixture(SqsLimits.Strict with { MaximumInFlight = 1 });
        var queue = sqs.Standard();
        queue.Send("a");
        queue.Send("b");
        var first = queue.ReceiveOne();

        var poll = queue.Poll(20);
        Assert.False(poll.IsCompleted);
        queue.Delete(first.ReceiptHandle);

        Assert.Equal(["b"], (await poll).Bodies());
    }
}
