namespace TransactionalFanOut.Demo;

/// <summary>Waits until everything that was committed has arrived.</summary>
internal sealed class Delivery(Tables tables, Queues queues, Expectation expectation)
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);

    public ILookup<string, LedgerLine> Lines { get; private set; } = Array.Empty<LedgerLine>().ToLookup(line => line.Receiver);

    /// <summary>Reads until all is there and the outbox is empty, or patience ends.</summary>
    public async Task<bool> CollectAsync(TimeSpan patience)
    {
        var end = DateTimeOffset.UtcNow + patience;
        var nextSweep = DateTimeOffset.UtcNow + BetweenSweeps;
        var before = "";
        while (DateTimeOffset.UtcNow < end)
        {
            await queues.ReadFailedAsync();
            Lines = (await tables.ReadLedgerAsync()).ToLookup(line => line.Receiver);
            var waiting = await tables.CountWaitingAsync();
            var open = CountOpen();
            var progress = $"  {Lines.Sum(lines => lines.Sum(line => line.Messages.Count)),5} deliveries, {queues.Failed.Count,2} failed messages, {waiting,4} rows in the outbox, {open,4} to come";
            if (progress != before)
            {
                Console.WriteLine(before = progress);
            }

            if (open == 0 && waiting == 0)
            {
                return true;
            }

            if (DateTimeOffset.UtcNow > nextSweep)
            {
                await queues.RequestSweepAsync();
                nextSweep = DateTimeOffset.UtcNow + BetweenSweeps;
            }
        }

        Console.WriteLine($"  Not everything arrived within {patience.TotalSeconds:N0} seconds.");
        return false;
    }

    private int CountOpen()
    {
        var deliveries = Expectation.Receivers.Sum(receiver =>
        {
            var heard = Lines[receiver].SelectMany(line => line.Messages).ToHashSet();
            return expectation.HeardBy(receiver).Values.Sum(messages => messages.Count(message => !heard.Contains(message)));
        });
        return deliveries + expectation.Failed.Count(message => !queues.Failed.ContainsKey(message));
    }
}
