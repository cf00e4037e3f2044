using Patterns.Local.Services.Sqs;
using static Patterns.Local.Tests.Services.Sqs.QueueExtensions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class DelayAndRetentionTests
{
    private readonly SqsFixture _sqs = new();

    [Fact]
    public void A_delayed_message_appears_when_its_delay_is_over()
    {
        var queue = _sqs.Standard();
        queue.Send("late", delaySeconds: 10);
        queue.Send("now");

        Assert.Equal(new QueueCounts(1, 0, 1), queue.Counts);
        Assert.Equal(["now"], queue.Receive(10).Bodies());
        _sqs.Pass(10);
        Assert.Equal(["late"], queue.Receive(10).Bodies());
    }

    [Fact]
    public void The_delay_of_a_message_wins_over_that_of_its_queue()
    {
        var queue = _sqs.Standard("q", ("DelaySeconds", "60"));
        queue.Send("queue");
        queue.Send("none", delaySeconds: 0);
        queue.Send("own", delaySeconds: 5);

        Assert.Equal(["none"], queue.Receive(10).Bodies());
        _sqs.Pass(5);
        Assert.Equal(["own"], queue.Receive(10).Bodies());
        _sqs.Pass(55);
        Assert.Contains("queue", queue.Receive(10).Bodies());
    }

    [Fact]
    public void A_new_queue_delay_leaves_the_messages_of_a_standard_queue_alone_but_moves_those_of_a_fifo_queue()
    {
        var standard = _sqs.Standard("q", ("DelaySeconds", "60"));
        var fifo = _sqs.Fifo("q.fifo", ("DelaySeconds", "60"));
        standard.Send("a");
        fifo.Send("a", "g");

        var sooner = new Dictionary<string, string> { ["DelaySeconds"] = "5" };
        standard.SetAttributes(sooner);
        fifo.SetAttributes(sooner);
        _sqs.Pass(5);

        Assert.Empty(standard.Receive(1));
        Assert.Single(fifo.Receive(1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(901)]
    public void A_delay_is_0_to_900_seconds(int seconds)
    {
        var error = Refused(() => _sqs.Standard().Send("a", delaySeconds: seconds));

        Assert.Equal($"Value {seconds} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.", error.Message);
    }

    [Fact]
    public void A_message_is_deleted_when_its_retention_ends_in_whatever_state_it_is()
    {
        var queue = _sqs.Standard("q", ("MessageRetentionPeriod", "60"));
        queue.Send("visible");
        queue.Send("in flight");
        queue.Send("delayed", delaySeconds: 900);
        queue.Receive(1, TimeSpan.FromHours(1));
        _sqs.Pass(59);
        Assert.Equal(3, queue.Counts.Total);

        _sqs.Pass(1);

        Assert.Equal(0, queue.Counts.Total);
        Assert.Empty(queue.Receive(10));
    }

    [Fact]
    public void A_shorter_retention_deletes_what_is_already_too_old()
    {
        var queue = _sqs.Standard();
        queue.Send("old");
        _sqs.Pass(100);
        queue.Send("new");

        queue.SetAttributes(new Dictionary<string, string> { ["MessageRetentionPeriod"] = "60" });

        Assert.Equal(["new"], queue.Receive(10).Bodies());
    }

    [Fact]
    public void A_purge_deletes_everything_and_is_allowed_once_a_minute()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        queue.Send("b", delaySeconds: 5);
        queue.Send("c");
        queue.ReceiveOne();

        queue.Purge();
        Assert.Equal(0, queue.Counts.Total);
        _sqs.Pass(59);
        var error = Refused(queue.Purge);
        _sqs.Pass(1);
        queue.Purge();

        Assert.Equal(("PurgeQueueInProgress", 403), (error.Code, error.Status));
        Assert.Equal("Only one PurgeQueue operation on orders is allowed every 60 seconds.", error.Message);
    }
}
