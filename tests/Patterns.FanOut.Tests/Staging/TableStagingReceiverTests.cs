using System.Text;
using Patterns.Tables;

namespace Patterns.FanOut.Tests;

public sealed class TableStagingReceiverTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table = new("billing");

    [Fact]
    public async Task Staged_messages_show_when_they_are_committed()
    {
        var receiver = Receiver();
        Assert.Equal(StagingAnswer.Staged, await receiver.StageAsync("t", Barrier.Messages, default));
        Assert.Empty(await ShownAsync(receiver));

        await receiver.CommitAsync("t", default);

        Assert.Equal(["m-1", "m-2"], await ShownAsync(receiver));
    }

    [Fact]
    public async Task Every_call_may_come_twice()
    {
        var receiver = Receiver();
        Assert.Equal(StagingAnswer.Staged, await receiver.StageAsync("t", Barrier.Messages, default));
        Assert.Equal(StagingAnswer.Staged, await receiver.StageAsync("t", Barrier.Messages, default));
        await receiver.CommitAsync("t", default);
        await receiver.CommitAsync("t", default);
        Assert.Equal(StagingAnswer.Committed, await receiver.StageAsync("t", Barrier.Messages, default));
        Assert.True(await receiver.AbortAsync("u", default));
        Assert.True(await receiver.AbortAsync("u", default));

        Assert.Equal(["m-1", "m-2"], await ShownAsync(receiver));
    }

    [Fact]
    public async Task Staging_that_comes_after_its_abort_is_refused()
    {
        var receiver = Receiver();
        await receiver.AbortAsync("t", default);

        Assert.Equal(StagingAnswer.Refused, await receiver.StageAsync("t", Barrier.Messages, default));
    }

    [Fact]
    public async Task What_was_decided_stays_decided()
    {
        var receiver = Receiver();
        await receiver.StageAsync("t", Barrier.Messages, default);
        await receiver.CommitAsync("t", default);
        await receiver.AbortAsync("u", default);

        Assert.False(await receiver.AbortAsync("t", default));
        await AssertThrowsAsync("billing cannot commit u: it is aborted.", () => receiver.CommitAsync("u", default));
        await AssertThrowsAsync("billing cannot commit v: it is not staged.", () => receiver.CommitAsync("v", default));
    }

    [Fact]
    public async Task Decisions_expire_and_staged_messages_do_not()
    {
        var receiver = Receiver();
        await receiver.StageAsync("staged", Barrier.Messages, default);
        await receiver.AbortAsync("aborted", default);

        Assert.Equal([null, _time.GetUtcNow().AddDays(14)], _table.Items.Select(item => item.ExpiresAt).Order());
    }

    [Fact]
    public async Task More_than_the_table_can_show_at_once_is_refused()
    {
        var receiver = Receiver();
        var many = Enumerable.Range(0, 100).Select(n => Shop.Message($"m-{n}", "a").Envelope).ToArray();
        var large = new Envelope { Id = "m", Body = Encoding.UTF8.GetBytes(new string('x', 410_000)) };

        Assert.Equal(StagingAnswer.Refused, await receiver.StageAsync("t", many, default));
        Assert.Equal(StagingAnswer.Refused, await receiver.StageAsync("t", [large], default));
        Assert.Equal(StagingAnswer.Staged, await receiver.StageAsync("t", many[1..], default));
        await receiver.CommitAsync("t", default);

        Assert.Equal(99, (await ShownAsync(receiver)).Count);
    }

    [Fact]
    public async Task Messages_show_as_items_of_the_receivers_own()
    {
        var options = new TableStagingReceiverOptions { Show = message => new TableItem(new TableKey("invoice", message.Id)) { ["order"] = message.Key! } };
        var receiver = new TableStagingReceiver("billing", _table, options);
        await receiver.StageAsync("t", Barrier.Messages, default);
        await receiver.CommitAsync("t", default);

        Assert.Equal(["m-1", "m-2"], _table.Items.Where(item => item.Key.Partition == "invoice").Select(item => item.Key.Sort));
    }

    [Fact]
    public void Options_have_their_defaults()
    {
        var options = new TableStagingReceiverOptions();

        Assert.Equal(("inbox", TimeSpan.FromDays(14)), (options.Partition, options.KeepFor));
        Assert.True(options.Accepts([]));
        Assert.Null(options.Show);
    }

    [Fact]
    public void Options_out_of_range_are_listed()
    {
        var options = new TableStagingReceiverOptions { Partition = "", Accepts = null!, KeepFor = TimeSpan.Zero, Time = null! };

        var exception = Assert.Throws<OptionsException>(() => new TableStagingReceiver("billing", _table, options));

        Assert.Equal(
            "TableStagingReceiverOptions: Partition must not be empty. Accepts must not be null. KeepFor must be positive, but is 00:00:00. Time must not be null.",
            exception.Message);
    }

    private static async Task AssertThrowsAsync(string message, Func<ValueTask> call) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<InvalidOperationException>(async () => await call())).Message);

    private static async Task<IReadOnlyList<string>> ShownAsync(TableStagingReceiver receiver)
    {
        var shown = new List<string>();
        await foreach (var message in receiver.ReadAsync(default))
        {
            shown.Add(message.Id);
        }

        return shown;
    }

    private TableStagingReceiver Receiver() => new("billing", _table, new TableStagingReceiverOptions { Time = _time });
}
