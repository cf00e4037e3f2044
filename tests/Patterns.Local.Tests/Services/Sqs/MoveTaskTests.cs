using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.MoveTasks;
using static Patterns.Local.Tests.Services.Sqs.QueueExtensions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class MoveTaskTests
{
    private readonly SqsFixture _sqs = new();
    private readonly SqsQueue _deadLetters;
    private readonly SqsQueue _source;

    public MoveTaskTests()
    {
        _deadLetters = _sqs.Standard("dead");
        _source = _sqs.WithDeadLetters(_deadLetters, 1);
    }

    [Fact]
    public void A_task_drives_dead_letters_back_to_where_they_came_from_as_new_messages()
    {
        var sent = DeadLetter("a");
        _sqs.Pass(100);

        _sqs.Service.MoveTasks.Start(_deadLetters.Arn, null, null);
        _sqs.Pass(1);

        var back = _source.ReceiveOne();
        Assert.Equal(("a", 1), (back.Body, back.ReceiveCount));
        Assert.NotEqual(sent, back.Id);
        Assert.True(back.SentAt > _sqs.Clock.GetUtcNow() - TimeSpan.FromSeconds(2));
        Assert.Null(back.DeadLetterQueueSourceArn);
        var task = Task();
        Assert.Equal((MoveTaskStatus.Completed, 1L, 1L, null), (task.Status, task.Moved, task.ToMove, task.TaskHandle));
    }

    [Fact]
    public void A_task_can_move_to_another_queue_of_the_same_type()
    {
        var target = _sqs.Standard("target");
        _deadLetters.Send("sent here directly");

        _sqs.Service.MoveTasks.Start(_deadLetters.Arn, target.Arn, null);
        _sqs.Pass(1);

        Assert.Equal(["sent here directly"], target.Receive(10).Bodies());
        Refused(() => _sqs.Service.MoveTasks.Start(_deadLetters.Arn, _sqs.Fifo().Arn, null));
    }

    [Fact]
    public void A_task_keeps_to_its_rate_and_can_be_cancelled()
    {
        for (var i = 0; i < 10; i++)
        {
            _deadLetters.Send($"{i}");
        }

        var target = _sqs.Standard("target");
        var handle = _sqs.Service.MoveTasks.Start(_deadLetters.Arn, target.Arn, 1);
        _sqs.Pass(3);
        Assert.Equal((MoveTaskStatus.Running, 4L, handle), (Task().Status, Task().Moved, Task().TaskHandle));

        Assert.Equal(4, _sqs.Service.MoveTasks.Cancel(handle));
        _sqs.Pass(10);

        Assert.Equal((MoveTaskStatus.Cancelled, 10L), (Task().Status, Task().ToMove));
        Assert.Equal((6, 4), (_deadLetters.Counts.Visible, target.Counts.Visible));
        Assert.Equal("Task does not exist.", Refused(() => _sqs.Service.MoveTasks.Cancel(handle)).Message);
    }

    [Fact]
    public void A_message_without_a_known_source_fails_the_task_and_stays()
    {
        _deadLetters.Send("sent here directly");

        _sqs.Service.MoveTasks.Start(_deadLetters.Arn, null, null);
        _sqs.Pass(1);

        Assert.Equal((MoveTaskStatus.Failed, "CouldNotDetermineMessageSource"), (Task().Status, Task().FailureReason));
        Assert.Equal(1, _deadLetters.Counts.Visible);
    }

    [Fact]
    public void A_target_that_is_deleted_meanwhile_fails_the_task()
    {
        var target = _sqs.Standard("target");
        _deadLetters.Send("a");
        _deadLetters.Send("b");
        _sqs.Service.MoveTasks.Start(_deadLetters.Arn, target.Arn, 1);
        _sqs.Pass(0);

        _sqs.Service.Delete(target);
        _sqs.Pass(1);

        Assert.Equal((MoveTaskStatus.Failed, "AWS.SimpleQueueService.NonExistentQueue", 1L), (Task().Status, Task().FailureReason, Task().Moved));
    }

    [Fact]
    public void One_task_runs_for_a_queue_at_a_time_and_the_last_ten_are_listed()
    {
        for (var i = 0; i < 12; i++)
        {
            _sqs.Service.MoveTasks.Start(_deadLetters.Arn, null, null);
            var error = Refused(() => _sqs.Service.MoveTasks.Start(_deadLetters.Arn, null, null));
            Assert.StartsWith("There is already a task running.", error.Message, StringComparison.Ordinal);
            _sqs.Pass(1);
        }

        Assert.Equal(10, _sqs.Service.MoveTasks.List(_deadLetters.Arn, 10).Count);
        Assert.Equal(_sqs.Clock.GetUtcNow() - TimeSpan.FromSeconds(1), Task().StartedAt);
    }

    [Fact]
    public void What_a_task_needs_is_checked()
    {
        var tasks = _sqs.Service.MoveTasks;
        var missing = _sqs.Service.Aws.Arn("sqs", "missing");

        Assert.Equal("Source queue must be configured as a Dead Letter Queue.", Refused(() => tasks.Start(_source.Arn, null, null)).Message);
        Assert.Equal(
            "The resource that you specified for the SourceArn parameter doesn't exist.", Refused(() => tasks.Start(missing, null, null)).Message);
        var destination = Refused(() => tasks.Start(_deadLetters.Arn, missing, null));
        Assert.Equal(("ResourceNotFoundException", 404), (destination.Code, destination.Status));
        Assert.Equal("The resource that you specified for the DestinationArn parameter doesn't exist.", destination.Message);
        Assert.Equal("Value for parameter TaskHandle is invalid.", Refused(() => tasks.Cancel("foobared")).Message);
        Assert.Equal("Task does not exist.", Refused(() => tasks.Cancel(new MoveTaskHandle(Guid.NewGuid(), _deadLetters.Arn).ToString())).Message);
        Assert.Equal("InvalidParameterValue", Refused(() => tasks.Start(_deadLetters.Arn, null, 501)).QueryCode);
        Assert.Equal("InvalidParameterValue", Refused(() => tasks.Start("dead", null, null)).QueryCode);
        Assert.Equal("InvalidParameterValue", Refused(() => tasks.List(_deadLetters.Arn, 11)).QueryCode);
    }

    private MoveTaskSnapshot Task() => _sqs.Service.MoveTasks.List(_deadLetters.Arn, 1)[0];

    private Guid DeadLetter(string body)
    {
        var sent = _source.Send(body);
        _source.ChangeVisibility(_source.ReceiveOne(), 0);
        Assert.Empty(_source.Receive(1));
        return sent.MessageId;
    }
}
