using Patterns.TwoWayChain;

namespace Patterns.Chains.Tests.TwoWayChain;

public sealed class RequestReplyTests
{
    private readonly OracleRig _rig = new();

    [Fact]
    public async Task A_request_is_answered_and_the_answer_handed_over_once()
    {
        await AskAsync();
        await PassOnAsync();

        var status = await FindAsync();
        Assert.Equal(RequestState.Succeeded, status.State);
        Assert.Equal("life: 42", status.Reply!.Text);
        Assert.Equal([RequestState.Succeeded], _rig.Delivered.Select(delivered => delivered.State));
        Assert.Equal("""{"Text":"life: 42"}""", PollResponse.Of(status, new Uri("/requests/r1", UriKind.Relative), QuestionJson.Default.Answer).Body);
    }

    [Fact]
    public async Task Replies_go_to_the_table_where_there_is_no_queue_between()
    {
        var rig = new OracleRig { RepliesToTable = true };
        await rig.Log().SendAsync("r1", new Question("life"), CancellationToken.None);

        Assert.True(await OracleRig.DeliverAsync(rig.Oracle(), rig.Requests.Received[0]));

        Assert.Equal("life: 42", (await rig.Log().FindAsync("r1", CancellationToken.None))!.Reply!.Text);
        Assert.Empty(rig.Replies.Received);
    }

    [Fact]
    public async Task Asking_again_gets_the_reply_that_was_lost_and_nothing_is_done_again()
    {
        await AskAsync();
        await OracleRig.DeliverAsync(_rig.Oracle(), _rig.Requests.Received[0]);
        _rig.Time.Advance(TimeSpan.FromSeconds(30));

        await AskAsync();
        await OracleRig.DeliverAsync(_rig.Oracle(), _rig.Requests.Received[1]);
        await OracleRig.DeliverAsync(_rig.Collector(), _rig.Replies.Received[1]);

        Assert.Equal("life: 42", (await FindAsync()).Reply!.Text);
        Assert.Equal(1, _rig.Worked);
        Assert.Equal(_rig.Replies.Received[0].Body.ToArray(), _rig.Replies.Received[1].Body.ToArray());
    }

    [Fact]
    public async Task A_duplicate_reply_changes_nothing()
    {
        await AskAsync();
        await PassOnAsync();
        var other = _rig.Replies.Received[0] with { Body = """{"Text":"43"}"""u8.ToArray() };

        Assert.True(await OracleRig.DeliverAsync(_rig.Collector(), _rig.Replies.Received[0]));
        Assert.True(await OracleRig.DeliverAsync(_rig.Collector(), other));

        Assert.Equal("life: 42", (await FindAsync()).Reply!.Text);
        Assert.Single(_rig.Delivered);
    }

    [Fact]
    public async Task A_late_reply_is_kept_beside_the_time_out_and_not_delivered()
    {
        await AskAsync();
        await OracleRig.DeliverAsync(_rig.Oracle(), _rig.Requests.Received[0]);
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.TimedOut, (await FindAsync()).State);
        await _rig.SweepAsync();

        Assert.True(await OracleRig.DeliverAsync(_rig.Collector(), _rig.Replies.Received[0]));

        var status = await FindAsync();
        Assert.Equal(RequestState.TimedOut, status.State);
        Assert.Null(status.Reply);
        Assert.Equal("""{"Text":"life: 42"}""", status.Late!.Body);
        Assert.Equal([RequestState.TimedOut], _rig.Delivered.Select(delivered => delivered.State));
    }

    [Fact]
    public async Task A_request_that_comes_after_its_deadline_is_not_worked_on()
    {
        await AskAsync();
        _rig.Time.Advance(TimeSpan.FromMinutes(1));

        await OracleRig.DeliverAsync(_rig.Oracle(), _rig.Requests.Received[0]);

        Assert.Equal(0, _rig.Worked);
        Assert.Equal(ReplyAttributes.Expired, _rig.Replies.Received[0].Attributes[ReplyAttributes.Outcome]);
    }

    [Fact]
    public async Task What_cannot_be_done_is_the_answer_and_what_may_work_later_is_not()
    {
        await AskAsync();
        _rig.Fault = () => new TimeoutException("Busy.");
        Assert.False(await OracleRig.DeliverAsync(_rig.Oracle(), _rig.Requests.Received[0]));
        Assert.Empty(_rig.Replies.Received);

        _rig.Fault = () => new NonRetryableException("No such thing.");
        await PassOnAsync();

        var status = await FindAsync();
        Assert.Equal(RequestState.Failed, status.State);
        Assert.Equal("No such thing.", status.Error);
        Assert.Equal(ReplyAttributes.Failed, status.Outcome);
    }

    [Fact]
    public async Task A_reply_to_that_is_not_allowed_and_a_reply_to_nothing_are_poison()
    {
        await AskAsync();
        var foreign = _rig.Requests.Received[0] with { Attributes = new Dictionary<string, string> { [ReplyAttributes.ReplyTo] = "elsewhere" } };
        var stray = new Envelope { Id = "x", Body = "null"u8.ToArray(), CorrelationId = "nobody" };

        Assert.False(await OracleRig.DeliverAsync(_rig.Oracle(), foreign));
        Assert.False(await OracleRig.DeliverAsync(_rig.Oracle(), foreign with { Attributes = new Dictionary<string, string>() }));
        Assert.False(await OracleRig.DeliverAsync(_rig.Collector(), stray));
        Assert.Empty(_rig.Replies.Received);
    }

    [Fact]
    public async Task The_same_id_for_another_request_is_a_conflict()
    {
        await AskAsync();

        await Assert.ThrowsAsync<RequestConflictException>(() => _rig.Log().SendAsync("r1", new Question("death"), CancellationToken.None));
    }

    [Fact]
    public async Task Waiting_ends_with_the_answer_or_with_patience()
    {
        await AskAsync();
        var impatient = _rig.Log().WaitAsync("r1", TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(RequestState.Pending, (await impatient)!.State);

        var patient = _rig.Log().WaitAsync("r1", TimeSpan.FromSeconds(20), CancellationToken.None);
        Assert.NotEmpty(_rig.Time.Timers);
        await PassOnAsync();
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(RequestState.Succeeded, (await patient)!.State);
    }

    [Fact]
    public async Task Over_HTTP_a_pending_request_has_a_place_to_ask_and_every_end_has_its_status()
    {
        var url = new Uri("/requests/r1", UriKind.Relative);
        var pending = PollResponse.Of(await _rig.Log().SendAsync("r1", new Question("life"), CancellationToken.None), url, QuestionJson.Default.Answer);
        Assert.Equal(202, pending.StatusCode);
        Assert.Equal("/requests/r1", pending.Headers["Location"]);
        Assert.Equal("1", pending.Headers["Retry-After"]);
        Assert.Equal("""{"requestId":"r1","state":"Pending"}""", pending.Body);

        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(504, PollResponse.Of(await FindAsync(), url, QuestionJson.Default.Answer).StatusCode);
        Assert.Equal(404, PollResponse.Of(null, url, QuestionJson.Default.Answer).StatusCode);
        var failed = PollResponse.Of(new RequestStatus<Answer>("r1", RequestState.Failed, null) { Outcome = "Compensated", Error = "Sold out." }, url, QuestionJson.Default.Answer);
        Assert.Equal(422, failed.StatusCode);
        Assert.Equal("""{"title":"The request could not be done.","outcome":"Compensated","detail":"Sold out."}""", failed.Body);
    }

    [Fact]
    public async Task A_task_that_waits_for_a_callback_gets_the_first_reply_and_no_other()
    {
        var workflow = new InMemoryWorkflow("trips", _rig.Time);
        await workflow.StartAsync("run", "{}", CancellationToken.None);
        var replies = new OutboundWriter(new TaskReplies(workflow, workflow.TokenOf("run")));
        var failed = new Envelope
        {
            Id = "r1/reply",
            Body = "null"u8.ToArray(),
            Attributes = new Dictionary<string, string> { [ReplyAttributes.Outcome] = "Compensated", [ReplyAttributes.Error] = "Sold out." },
        };

        await replies.SendAsync([failed], CancellationToken.None);
        await replies.SendAsync([failed with { Attributes = new Dictionary<string, string>() }], CancellationToken.None);

        var run = await workflow.FindAsync("run", CancellationToken.None);
        Assert.Equal("Compensated", run!.Error);
        Assert.Equal("Sold out.", run.Cause);
    }

    private Task AskAsync() => _rig.Log().SendAsync("r1", new Question("life"), CancellationToken.None);

    private async Task<RequestStatus<Answer>> FindAsync() => (await _rig.Log().FindAsync("r1", CancellationToken.None))!;

    private async Task PassOnAsync()
    {
        Assert.True(await OracleRig.DeliverAsync(_rig.Oracle(), _rig.Requests.Received[^1]));
        Assert.True(await OracleRig.DeliverAsync(_rig.Collector(), _rig.Replies.Received[^1]));
    }
}
