using static Patterns.Local.Tests.Services.Sqs.QueueExtensions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class LongPollTests
{
    private readonly SqsFixture _sqs = new();

    [Fact]
    public async Task A_long_poll_gets_a_message_as_soon_as_it_is_sent()
    {
        var queue = _sqs.Standard();
        var poll = queue.Poll(20);
        Assert.False(poll.IsCompleted);

        queue.Send("a");

        Assert.Equal(["a"], (await poll).Bodies());
    }

    [Fact]
    public async Task A_long_poll_answers_at_once_when_there_is_a_message()
    {
        var queue = _sqs.Standard();
        queue.Send("a");

        Assert.Equal(["a"], (await queue.Poll(20)).Bodies());
    }

    [Fact]
    public async Task A_long_poll_ends_empty_when_its_time_is_over()
    {
        var queue = _sqs.Standard();
        var poll = queue.Poll(20);

        _sqs.Pass(19);
        Assert.False(poll.IsCompleted);
        _sqs.Pass(1);

        Assert.Empty(await poll);
    }

    [Fact]
    public async Task A_long_poll_waits_as_long_as_the_queue_says_when_it_does_not_say()
    {
        var queue = _sqs.Standard("q", ("ReceiveMessageWaitTimeSeconds", "7"));
        var poll = queue.ReceiveAsync(new(10), default).AsTask();
        Assert.False(poll.IsCompleted);

        _sqs.Pass(7);

        Assert.Empty(await poll);
    }

    [Fact]
    public async Task A_long_poll_gets_a_delayed_message_when_its_delay_ends()
    {
        var queue = _sqs.Standard();
        queue.Send("a", delaySeconds: 3);
        var poll = queue.Poll(20);

        _sqs.Pass(3);

        Assert.Equal(["a"], (await poll).Bodies());
    }

    [Fact]
    public async Task A_long_poll_gets_a_message_whose_visibility_timeout_ends()
    {
        var queue = _sqs.Standard("q", ("VisibilityTimeout", "5"));
        queue.Send("a");
        queue.ReceiveOne();
        var poll = queue.Poll(20);

        _sqs.Pass(5);

        Assert.Equal(2, Assert.Single(await poll).ReceiveCount);
    }

    [Fact]
    public async Task A_long_poll_gets_a_message_that_another_consumer_gives_back()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        var message = queue.ReceiveOne();
        var poll = queue.Poll(20);

        queue.ChangeVisibility(message, 0);

        Assert.Equal(["a"], (await poll).Bodies());
    }

    [Fact]
    public async Task A_long_poll_gets_the_next_message_of_a_group_when_the_one_before_is_deleted()
    {
        var queue = _sqs.Fifo();
        queue.Send("1", "g");
        queue.Send("2", "g");
        var first = queue.ReceiveOne();
        var poll = queue.Poll(20);
        Assert.False(poll.IsCompleted);

        queue.Delete(first.ReceiptHandle);

        Assert.Equal(["2"], (await poll).Bodies());
    }

    [Fact]
    public async Task Each_of_many_long_polls_gets_a_message_of_its_own()
    {
        var queue = _sqs.Standard();
        var polls = Enumerable.Range(0, 20).Select(_ => queue.Poll(20, maximum: 1)).ToArray();

        for (var i = 0; i < 20; i++)
        {
            queue.Send($"{i}");
        }

        var received = await Task.WhenAll(polls);
        Assert.Equal(20, received.SelectMany(messages => messages).Select(message => message.Body).Distinct().Count());
    }

    [Fact]
    public async Task A_cancelled_long_poll_takes_nothing_and_leaves_the_message_to_the_next()
    {
        var queue = _sqs.Standard();
        using var cancellation = new CancellationTokenSource();
        var cancelled = queue.Poll(20, cancellationToken: cancellation.Token);
        var waiting = queue.Poll(20);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        queue.Send("a");

        Assert.Equal(["a"], (await waiting).Bodies());
    }

    [Fact]
    public async Task Deleting_the_queue_ends_its_long_polls()
    {
        var queue = _sqs.Standard();
        var poll = queue.Poll(20);

        _sqs.Service.Delete(queue);

        var error = await Assert.ThrowsAsync<Patterns.Local.Services.AwsException>(() => poll);
        Assert.Equal("QueueDoesNotExist", error.Code);
    }

    [Fact]
    public async Task A_long_poll_on_a_dead_letter_queue_gets_a_message_that_is_moved_there()
    {
        var deadLetters = _sqs.Standard("dead");
        var source = _sqs.WithDeadLetters(deadLetters, 1);
        source.Send("a");
        source.ChangeVisibility(source.ReceiveOne(), 0);
        var poll = deadLetters.Poll(20);

        Assert.Empty(source.Receive(1));

        Assert.Equal(["a"], (await poll).Bodies());
    }
}
