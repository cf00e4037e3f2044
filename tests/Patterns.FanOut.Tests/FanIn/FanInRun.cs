using Patterns.FanIn;
using Patterns.Tables;

namespace Patterns.FanOut.Tests.FanIn;

/// <summary>Delivers messages until none is left, whatever dies on the way, and checks what must hold in the end.</summary>
internal sealed class FanInRun(FanInRig rig)
{
    private readonly Lock _lock = new();
    private readonly List<SqsRecord> _unacknowledged = [];

    public FanInRig Rig => rig;

    public SqsRecord[] Waiting
    {
        get
        {
            lock (_lock)
            {
                return [.. _unacknowledged];
            }
        }
    }

    public void Send(params IEnumerable<SqsRecord> records)
    {
        lock (_lock)
        {
            _unacknowledged.AddRange(records.Except(_unacknowledged));
        }
    }

    /// <summary>Delivers a batch to a process; what it reports as handled is gone.</summary>
    public async Task DeliverAsync(IStepGate? gate, params SqsRecord[] batch)
    {
        Send(batch);
        var failed = await FanInRig.DeliverAsync(rig.Process(gate), batch);
        lock (_lock)
        {
            _unacknowledged.RemoveAll(record => batch.Contains(record) && !failed.Contains(record.MessageId));
        }
    }

    public async Task DeliverRestAsync()
    {
        for (var rounds = 0; Waiting is { Length: > 0 } records; rounds++)
        {
            Assert.True(rounds < 5, "Messages come back for ever.");
            foreach (var record in records)
            {
                await DeliverAsync(gate: null, record);
            }
        }
    }

    /// <summary>Delivers what is left, lets time run out, and sweeps.</summary>
    public async Task FinishAsync()
    {
        await DeliverRestAsync();
        await rig.SweepAtTheEndAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
    }

    /// <summary>The laws of the end: one claim, one result, every part in exactly one place, and nothing left behind.</summary>
    public void Check(string correlationId, IReadOnlyCollection<string> delivered)
    {
        var publications = rig.Results.Received.Where(envelope => envelope.Id == correlationId).ToList();
        Assert.NotEmpty(publications);
        Assert.Single(publications.Select(envelope => Convert.ToHexString(envelope.Body.Span)).Distinct());
        Assert.Single(publications.Select(envelope => string.Join(";", envelope.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))).Distinct());
        Assert.Equal(1, Claims(correlationId));

        var offer = FanInRig.Read(publications[0]);
        var late = rig.Late.Received.Where(envelope => envelope.CorrelationId == correlationId).Select(envelope => envelope.Id[(correlationId.Length + 1)..]).ToHashSet();
        Assert.Equal(offer.Suppliers.Distinct(), offer.Suppliers);
        Assert.Equal(offer.Suppliers.Order(StringComparer.Ordinal), offer.Suppliers);
        Assert.Empty(late.Intersect(offer.Suppliers));
        Assert.Equal(delivered.Distinct().Order(), late.Union(offer.Suppliers).Order());
        Assert.Equal(offer.Suppliers.Count.ToString(), publications[0].Attributes[FanInAttributes.Parts]);
    }

    public void CheckNothingIsLeft()
    {
        Assert.Empty(rig.TimerItems());
        Assert.Empty(rig.Orphans());
    }

    /// <summary>How often the head went from open to closed, by the table's changes.</summary>
    private int Claims(string correlationId) => rig.Table.Changes.Count(change =>
        change.Keys.Contains($"quotes/aggregate/{correlationId}\"", StringComparison.Ordinal)
        && change.OldImage?.Contains("\"Open\"", StringComparison.Ordinal) == true
        && change.NewImage?.Contains("\"Closed\"", StringComparison.Ordinal) == true);
}
