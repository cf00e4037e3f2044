using System.Text.Json;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

public sealed class KeyedInterleavingTests
{
    private const int Schedules = 50;

    private static readonly string[] Users = ["a", "b", "c"];

    /// <summary>
    /// An invocation that was given up and goes on all the same, its successor with the same records and more, a lane of other keys, and two
    /// sweeps, in any order of their steps, some of them killed. What the stream knows to be handled does not come again.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task Whoever_works_at_the_same_time_each_record_counts_once_in_its_session(int minutesAStep)
    {
        for (var seed = 0; seed < Schedules; seed++)
        {
            var random = new Random(seed);
            var clicks = MakeClicks(random);
            var rig = new KeyedRig { Lateness = TimeSpan.FromMinutes(12), LatePolicy = LateRecords.Send, ClosesByShard = false };
            foreach (var click in clicks)
            {
                rig.Put(click.User, click.Id, click.Minute);
            }

            var ofLane = rig.Stream.Records.Where(record => record.PartitionKey != "c").ToList();
            var ofOther = rig.Stream.Records.Where(record => record.PartitionKey == "c").ToList();
            var schedule = new Interleaving(seed) { KillProbability = seed % 2 == 0 ? 0 : 0.02 };
            StartInvocation(schedule, rig, ofLane[..(ofLane.Count / 2)], _ => { });
            StartInvocation(schedule, rig, ofLane, rest => ofLane = rest);
            StartInvocation(schedule, rig, ofOther, rest => ofOther = rest);
            StartSweep(schedule, rig);
            StartSweep(schedule, rig);
            schedule.Start(gate => MoveAsync(rig, gate, minutesAStep));

            await schedule.RunAsync();
            await DeliverAsync(rig, ofLane);
            await DeliverAsync(rig, ofOther);
            for (var again = 0; again < 3; again++)
            {
                rig.Time.Advance(TimeSpan.FromHours(2));
                await rig.Sessions().SweepAsync(default);
            }

            var late = rig.Late.Received.DistinctBy(letter => letter.Id).Select(letter => JsonSerializer.Deserialize(letter.Body.Span, ClickJson.Default.Click)!.Id);
            var seen = ClickJson.Read(rig.Results).SelectMany(result => result.Ids).Concat(late);
            Assert.Equal(clicks.Select(click => click.Id).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
            if (minutesAStep == 0)
            {
                // No sweep came too early.
                Assert.Equal(ClickOracle.Sessions(clicks, gap: 10).Order(StringComparer.Ordinal), rig.Seen.Order(StringComparer.Ordinal));
            }

            Assert.All(rig.Table.Items, item => Assert.NotNull(item.ExpiresAt));
        }
    }

    [Fact]
    public async Task Who_takes_out_what_was_sent_takes_out_nothing_that_another_wrote_down_meanwhile()
    {
        var rig = new KeyedRig { ClosesByShard = false };
        rig.Put("a 0", "a 30");
        List<StreamRecord> first = [.. rig.Stream.Records];
        rig.Put("a 60");
        var down = new InMemoryDestination("results") { Refuse = envelope => new SendFailure(envelope, "Throttled", null, IsRetryable: true) };
        var successor = () => rig.Sessions(results: down).FunctionHandler(Events.Kinesis([.. rig.Stream.Records]), rig.Context());

        await rig.Sessions(results: new DestinationWithSuccessor(rig.Results, successor)).FunctionHandler(Events.Kinesis(first), rig.Context());
        rig.Time.Advance(TimeSpan.FromHours(2));
        await rig.Sessions().SweepAsync(default);

        Assert.Equal(["a 0-10: 0", "a 30-40: 30", "a 60-70: 60"], rig.Seen);
    }

    private static async Task MoveAsync(KeyedRig rig, IStepGate gate, int minutesAStep)
    {
        for (var step = 0; step < 20; step++)
        {
            await gate.StepAsync("clock");
            rig.Time.Advance(TimeSpan.FromMinutes(minutesAStep));
        }
    }

    private static List<Click> MakeClicks(Random random)
    {
        var clicks = new List<Click>();
        var latest = 0.0;
        for (var n = 0; n < 18; n++)
        {
            latest += random.Next(5);
            clicks.Add(new Click(Users[random.Next(Users.Length)], $"{n}", Math.Max(0, latest - random.Next(12))));
        }

        return clicks;
    }

    /// <param name="schedule">Decides when it may go on.</param>
    /// <param name="rig">Where it works.</param>
    /// <param name="records">What it gets.</param>
    /// <param name="replied">Gets what comes again, when the invocation lives to reply.</param>
    private static void StartInvocation(Interleaving schedule, KeyedRig rig, List<StreamRecord> records, Action<List<StreamRecord>> replied)
    {
        if (records.Count > 0)
        {
            schedule.Start(async gate =>
            {
                var handler = rig.Sessions(new SteppedTable(rig.Table, gate), new SteppedDestination(rig.Results, gate), rig.Late);
                var reply = await handler.FunctionHandler(Events.Kinesis(records), rig.Context());
                await gate.StepAsync("reply");
                replied(From(records, reply));
            });
        }
    }

    private static async Task DeliverAsync(KeyedRig rig, List<StreamRecord> records)
    {
        while (records.Count > 0)
        {
            records = From(records, await rig.Sessions().FunctionHandler(Events.Kinesis(records), rig.Context()));
        }
    }

    /// <summary>The records from the first one that failed.</summary>
    private static List<StreamRecord> From(List<StreamRecord> records, Stream reply) => reply.FailedIds() is [var first, ..]
        ? records[records.FindIndex(record => record.SequenceNumber == first)..]
        : [];

    private sealed class DestinationWithSuccessor(IDestination inner, Func<Task> successor) : IDestination
    {
        private Func<Task>? _successor = successor;

        public string Name => inner.Name;

        public DestinationLimits Limits => inner.Limits;

        public bool KeepsOrder => inner.KeepsOrder;

        public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
        {
            var failures = await inner.SendAsync(envelopes, cancellationToken);
            if (Interlocked.Exchange(ref _successor, null) is { } first)
            {
                await first();
            }

            return failures;
        }
    }

    private static void StartSweep(Interleaving schedule, KeyedRig rig) => schedule.Start(async gate =>
    {
        var handler = rig.Sessions(new SteppedTable(rig.Table, gate), new SteppedDestination(rig.Results, gate), rig.Late);
        await handler.SweepAsync(default);
    });
}
