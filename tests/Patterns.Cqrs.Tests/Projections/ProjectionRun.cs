using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>One history, and how it came into the views.</summary>
internal sealed class ProjectionRun(int seed, bool loses)
{
    private static readonly string[] Views = ["balances", "totals", "journal"];

    private readonly Random _random = new(seed);
    private readonly ViewsUnderTest _views = new();
    private readonly Lock _lock = new();
    private readonly HashSet<string> _handled = [];

    public async Task RunAsync(double killProbability, bool rebuilds)
    {
        var schedule = new Interleaving(seed) { KillProbability = killProbability };
        var history = new AccountHistory(_views.Bank);
        await history.SendAsync("a", new("opening", [3]), gate: null);
        for (var writer = _random.Next(1, 4); writer > 0; writer--)
        {
            (string Account, AccountCommand Command)[] commands = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(number => Command($"w{writer}-{number}"))];
            schedule.Start(async gate =>
            {
                foreach (var (account, command) in commands)
                {
                    await history.SendAsync(account, command, gate);
                }
            });
        }

        for (var handler = _random.Next(2, 6); handler > 0; handler--)
        {
            var batches = Enumerable.Range(0, _random.Next(1, 3)).Select(_ => new Random(_random.Next())).ToArray();
            schedule.Start(async gate =>
            {
                foreach (var batch in batches)
                {
                    await HandleAsync(Some(batch), gate, rebuilds);
                }
            });
        }

        for (var reader = _random.Next(0, 2); reader > 0; reader--)
        {
            schedule.Start(ReadAsync);
        }

        for (var rebuilder = rebuilds ? _random.Next(1, 3) : 0; rebuilder > 0; rebuilder--)
        {
            schedule.Start(gate => RebuildAsync(gate, version: 2));
        }

        await schedule.RunAsync();
        await EndAsync(rebuilds);
        await _views.CheckAsync(rebuilds ? 2 : 1);
        await history.CheckAsync();
    }

    /// <summary>What a stream does in the end: everything has come, or is lost and the gaps are filled from the table of the accounts.</summary>
    private async Task EndAsync(bool rebuilds)
    {
        var rebuildsFirst = _random.Next(2) == 0;
        if (rebuilds && rebuildsFirst)
        {
            await EndRebuildAsync();
        }

        if (!loses)
        {
            await DeliverRestAsync(rebuilds);
        }

        if (rebuilds && !rebuildsFirst)
        {
            await EndRebuildAsync();
        }

        if (loses)
        {
            await RebuildAsync(gate: null, version: 2); // it is live: fills the gaps
        }
    }

    /// <summary>Ends rebuilds whose process died. Those that have ended are left alone, or they would fill gaps that must not be there.</summary>
    private async Task EndRebuildAsync()
    {
        foreach (var view in Views)
        {
            if (await new ViewStore<AccountView>(_views.Table, view, AccountViewJson.Default.AccountView).GetLiveVersionAsync(default) != 2)
            {
                await RebuildAsync(Projector(null, rebuilds: true), view, version: 2);
            }
        }
    }

    private async Task DeliverRestAsync(bool rebuilds)
    {
        var left = _views.Bank.Table.Changes.Where(change => !_handled.Contains(change.SequenceNumber!)).ToArray();
        _random.Shuffle(left);
        foreach (var batch in left.Chunk(7))
        {
            Assert.Empty(await ViewsUnderTest.DeliverAsync(Projector(null, rebuilds), batch));
        }
    }

    private async Task HandleAsync(TableRecord[] batch, IStepGate gate, bool rebuilds)
    {
        if (batch.Length == 0)
        {
            return;
        }

        var failed = (await ViewsUnderTest.DeliverAsync(Projector(gate, rebuilds), batch)).ToHashSet();
        var first = Array.FindIndex(batch, record => failed.Contains(record.SequenceNumber!));
        lock (_lock)
        {
            _handled.UnionWith((first < 0 ? batch : batch[..first]).Select(record => record.SequenceNumber!));
        }
    }

    /// <summary>Looks at an account again and again: it never goes back, and has what the view said it has.</summary>
    private async Task ReadAsync(IStepGate gate)
    {
        var view = ViewsUnderTest.Balances(new SteppedTable(_views.Table, gate), _views.Bank.Time);
        var seen = 0L;
        for (var look = 0; look < 8; look++)
        {
            var version = seen + 1;
            if (await view.WaitAsync(new ViewToken(Bank.Type, "a", version), TimeSpan.Zero, default))
            {
                seen = version;
            }

            var found = (await view.FindAsync(new("a"), default))?.Value.Changes ?? 0;
            Assert.True(found >= seen, $"The view had {seen} changes, and then {found}.");
            seen = found;
        }
    }

    /// <summary>Some of what has happened so far, some of it twice, in any order.</summary>
    private TableRecord[] Some(Random random)
    {
        var changes = _views.Bank.Table.Changes;
        var batch = changes.Where(_ => random.Next(3) > 0).Concat(changes.Where(_ => random.Next(6) == 0)).ToArray();
        if (random.Next(2) == 0)
        {
            random.Shuffle(batch);
        }

        return batch;
    }

    private async Task RebuildAsync(IStepGate? gate, int version)
    {
        foreach (var view in Views)
        {
            try
            {
                await RebuildAsync(Projector(gate, rebuilds: true), view, version);
            }
            catch (InvalidOperationException exception) when (gate is not null && exception.Message.Contains("was ended by another one", StringComparison.Ordinal))
            {
                // Of several, one makes it live.
            }
        }
    }

    private static async Task RebuildAsync(Projector<StoredEvent<AccountEvent>> projector, string view, int version) =>
        Assert.True((await projector.RebuildAsync(view, version, CancellationToken.None, CancellationToken.None)).IsDone);

    private Projector<StoredEvent<AccountEvent>> Projector(IStepGate? gate, bool rebuilds) => _views.Projector(gate, rebuilds ? [1, 2] : [1]);

    private (string Account, AccountCommand Command) Command(string id) =>
        (_random.Next(4) switch { 0 => "b", 1 => "c", _ => "a" }, new AccountCommand(id, [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (long)_random.Next(-4, 6))]));
}
