using Patterns.Tables;

namespace Patterns.FanOut.Tests.FanIn;

/// <summary>Many processes write one aggregate at once, and the table turns away all but one of them at a time.</summary>
[Collection(AllCores.Name)]
public sealed class FanInContentionTests
{
    private const int Parts = 100;
    private static readonly TimeSpan TransactionTime = TimeSpan.FromMilliseconds(20);
    private readonly FanInRig _rig = new();
    private DateTimeOffset _busyUntil;

    public FanInContentionTests() => _rig.Table.Conflicts = _ => IsBusy();

    [Fact]
    public async Task A_hundred_processes_with_a_part_each_count_them_all_at_the_first_delivery()
    {
        var deliveries = Enumerable.Range(0, Parts).Select(number => Task.Run(() => _rig.DeliverAsync(Part(number)))).ToList();

        Assert.All(await FinishAsync(Task.WhenAll(deliveries)), Assert.Empty);

        Assert.Equal(Parts, Assert.Single(_rig.Offers).Suppliers.Count);
        Assert.Empty(_rig.TimerItems());
    }

    [Fact]
    public async Task An_opening_waits_until_no_other_transaction_holds_the_aggregate()
    {
        _busyUntil = _rig.Time.GetUtcNow() + TimeSpan.FromSeconds(1);

        var opened = await FinishAsync(_rig.Store().OpenAsync("r1", new() { Expected = 2 }, CancellationToken.None));

        Assert.Equal(2, opened.Expected);
    }

    [Fact]
    public async Task An_opening_that_nobody_cancels_is_given_up_in_the_end()
    {
        _rig.Table.Conflicts = _ => true;

        var exception = await Assert.ThrowsAsync<TableException>(() => FinishAsync(_rig.Store().OpenAsync("r1", new(), CancellationToken.None)));

        Assert.True(exception.IsRetryable);
    }

    private static SqsRecord Part(int number) => FanInRig.Message(new Quote("r1", $"s{number}", 1, Of: Parts));

    private bool IsBusy()
    {
        var now = _rig.Time.GetUtcNow();
        if (now < _busyUntil)
        {
            return true;
        }

        _busyUntil = now + TransactionTime;
        return false;
    }

    /// <summary>Moves the clock while somebody waits for it.</summary>
    private async Task<T> FinishAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            if (_rig.Time.Timers.Count > 0)
            {
                _rig.Time.Advance(TransactionTime / 4);
            }

            await Task.Yield();
        }

        return await work;
    }
}
