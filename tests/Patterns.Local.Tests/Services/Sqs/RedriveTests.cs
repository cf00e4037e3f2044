using Patterns.Local.Services.Sqs;
using static Patterns.Local.Tests.Services.Sqs.QueueExtensions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class RedriveTests
{
    private readonly SqsFixture _sqs = new();

    [Fact]
    public void A_message_moves_at_the_receive_after_its_last_allowed_one()
    {
        var deadLetters = _sqs.Standard("dead");
        var source = _sqs.WithDeadLetters(deadLetters, 2);
        source.Send("a");

        source.ChangeVisibility(source.ReceiveOne(), 0);
        source.ChangeVisibility(source.ReceiveOne(), 0);
        Assert.Equal(1, source.Counts.Visible);
        Assert.Equal(0, deadLetters.Counts.Total);

        Assert.Empty(source.Receive(10));
        Assert.Equal(0, source.Counts.Total);
        Assert.Equal(1, deadLetters.Counts.Visible);
    }

    [Fact]
    public void A_dead_letter_keeps_id_age_and_count_and_names_its_source()
    {
        var deadLetters = _sqs.Standard("dead");
        var source = _sqs.WithDeadLetters(deadLetters, 1);
        var sentAt = _sqs.Clock.GetUtcNow();
        var sent = source.Send("a");
        _sqs.Pass(10);
        source.ReceiveOne();
        _sqs.Pass(30);
        source.Receive(1);

        var dead = deadLetters.ReceiveOne();

        Assert.Equal((sent.MessageId, sentAt, 2), (dead.Id, dead.SentAt, dead.ReceiveCount));
        Assert.Equal(source.Arn, dead.DeadLetterQueueSourceArn);
        Assert.Equal(sentAt + TimeSpan.FromSeconds(10), dead.FirstReceivedAt);
    }

    [Fact]
    public void The_retention_of_a_dead_letter_counts_from_its_first_sending()
    {
        var deadLetters = _sqs.Standard("dead", ("MessageRetentionPeriod", "60"));
        var source = _sqs.WithDeadLetters(deadLetters, 1);
        source.Send("a");
        source.ReceiveOne();
        _sqs.Pass(50);
        source.Receive(1);
        Assert.Equal(1, deadLetters.Counts.Total);

        _sqs.Pass(10);

        Assert.Equal(0, deadLetters.Counts.Total);
    }

    [Fact]
    public void A_fifo_dead_letter_starts_a_new_age_and_keeps_its_group()
    {
        var deadLetters = _sqs.Fifo("dead.fifo", ("MessageRetentionPeriod", "60"));
        var source = _sqs.WithDeadLetters(deadLetters, 1);
        source.Send("a", "g", "id");
        source.ReceiveOne();
        _sqs.Pass(50);
        source.Receive(1);
        _sqs.Pass(59);

        var dead = deadLetters.ReceiveOne();

        Assert.Equal(("g", "id"), (dead.GroupId, dead.DeduplicationId));
    }

    [Fact]
    public void The_receive_that_moves_a_dead_letter_goes_on_to_the_next_messages()
    {
        var deadLetters = _sqs.Fifo("dead.fifo");
        var source = _sqs.WithDeadLetters(deadLetters, 1);
        source.Send("poison", "g");
        source.ChangeVisibility(source.ReceiveOne(), 0);
        source.Send("next", "g");
        source.Send("other", "h");

        Assert.Equal(["next", "other"], source.Receive(10).Bodies());
        Assert.Equal(["poison"], deadLetters.Receive(10).Bodies());
    }

    [Fact]
    public void Without_its_dead_letter_queue_a_message_is_delivered_on()
    {
        var deadLetters = _sqs.Standard("dead");
        var source = _sqs.WithDeadLetters(deadLetters, 1);
        source.Send("a");
        source.ChangeVisibility(source.ReceiveOne(), 0);
        _sqs.Service.Delete(deadLetters);

        Assert.Equal(2, source.ReceiveOne().ReceiveCount);
    }

    [Fact]
    public void Queues_that_redrive_to_each_other_deliver_a_dead_letter_to_nobody()
    {
        var first = _sqs.Standard("first");
        var second = _sqs.WithDeadLetters(first, 1, "second");
        first.SetAttributes(new Dictionary<string, string> { ["RedrivePolicy"] = SqsFixture.RedriveTo(second, 1) });
        first.Send("a");
        first.ReceiveOne();
        for (var i = 0; i < 10; i++)
        {
            _sqs.Pass(30);
            Assert.Empty(first.Receive(10));
            Assert.Empty(second.Receive(10));
        }

        Assert.Equal(1, first.Counts.Total + second.Counts.Total);
    }

    [Theory]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:dead"}""", "Redrive policy does not contain mandatory attribute: maxReceiveCount.")]
    [InlineData("""{"maxReceiveCount":1}""", "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:dead","maxReceiveCount":"0"}""", "Invalid value for maxReceiveCount: 0, valid values are from 1 to 1000 both inclusive.")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:dead","maxReceiveCount":1001}""", "Invalid value for maxReceiveCount: 1001, valid values are from 1 to 1000 both inclusive.")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:missing","maxReceiveCount":1}""", "Dead letter target does not exist.")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:dead.fifo","maxReceiveCount":1}""", "Dead-letter queue must be same type of queue as the source.")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:closed","maxReceiveCount":1}""", "The dead-letter queue's RedriveAllowPolicy does not permit this source queue.")]
    [InlineData("[]", "Not a valid JSON map.")]
    [InlineData("no", "Not a valid JSON map.")]
    public void A_redrive_policy_must_name_a_queue_that_takes_the_letters(string policy, string reason)
    {
        _sqs.Standard("dead");
        _sqs.Fifo("dead.fifo");
        _sqs.Standard("closed", ("RedriveAllowPolicy", """{"redrivePermission":"denyAll"}"""));

        var error = Refused(() => _sqs.Standard("source", ("RedrivePolicy", policy)));

        Assert.Equal($"Value {policy} for parameter RedrivePolicy is invalid. Reason: {reason}", error.Message);
        Assert.Equal("InvalidParameterValue", error.QueryCode);
        Assert.False(_sqs.Service.TryFind("source", out _));
    }

    [Fact]
    public void A_dead_letter_queue_can_name_the_sources_that_it_takes()
    {
        var arn = _sqs.Service.Aws.Arn("sqs", "friend");
        var deadLetters = _sqs.Standard("dead", ("RedriveAllowPolicy", $$"""{"redrivePermission":"byQueue","sourceQueueArns":["{{arn}}"]}"""));

        _sqs.WithDeadLetters(deadLetters, 3, "friend");

        Refused(() => _sqs.WithDeadLetters(deadLetters, 3, "stranger"));
    }

    [Theory]
    [InlineData("""{"redrivePermission":"byQueue"}""")]
    [InlineData("""{"redrivePermission":"allowAll","sourceQueueArns":["a"]}""")]
    [InlineData("""{"redrivePermission":"sometimes"}""")]
    [InlineData("1")]
    public void A_redrive_allow_policy_is_checked(string policy) => Assert.Equal(
        "InvalidParameterValue", Refused(() => _sqs.Standard("q", ("RedriveAllowPolicy", policy))).QueryCode);

    [Fact]
    public void An_empty_redrive_policy_removes_it()
    {
        var source = _sqs.WithDeadLetters(_sqs.Standard("dead"), 1);

        source.SetAttributes(new Dictionary<string, string> { ["RedrivePolicy"] = "" });

        Assert.Null(source.Settings.RedrivePolicy);
        Assert.Empty(_sqs.Service.Redrive.SourcesOf(_sqs.Service.Find("dead")));
    }
}
