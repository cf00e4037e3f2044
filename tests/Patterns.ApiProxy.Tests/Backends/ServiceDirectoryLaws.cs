using FsCheck;
using FsCheck.Fluent;
using Patterns.Backends;

namespace Patterns.ApiProxy.Tests.Backends;

/// <summary>What holds of every directory, whatever its table, its services and its clocks do.</summary>
public sealed class ServiceDirectoryLaws
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(2);

    [Fact]
    public void No_address_is_given_out_after_its_lease() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(31, 31).WithQuietOnSuccess(true));

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var time = new FakeTimeProvider();
        var table = new InMemoryTable(time: time);
        var options = new ServiceDirectoryOptions
        {
            Stage = "test",
            Lease = TimeSpan.FromSeconds(random.Next(5, 60)),
            MaxAge = TimeSpan.FromSeconds(random.Next(1, 5)),
            ClockSkew = Skew,
        };

        // Each side has a clock of its own, and together they differ by no more than is allowed.
        var theirs = new SkewedTime(time, Random(random, -Skew / 2, Skew / 2));
        var services = new ServiceDirectory(table, options, theirs);
        var callersSkew = Random(random, -Skew / 2, Skew / 2);
        var stalls = random.Next(2) == 0;
        var isBroken = false;
        var callers = new ServiceDirectory(
            new BrokenTable(table, () => isBroken, stalls),
            options,
            new SkewedTime(time, callersSkew));
        var ends = new Dictionary<Uri, DateTimeOffset>();
        for (var step = 0; step < 80; step++)
        {
            var address = new Uri($"https://{random.Next(3)}.example/");
            switch (random.Next(6))
            {
                case 0:
                    ends[address] = services.RegisterAsync("a", address, default).AsTask().GetAwaiter().GetResult();
                    break;
                case 1:
                    callers.Suspect("a", address);
                    break;
                case 2:
                    isBroken = random.Next(2) == 0;
                    break;
                case 3:
                    time.Advance(Random(random, TimeSpan.Zero, TimeSpan.FromSeconds(20)));
                    break;
                default:
                    if (VirtualTime.Run(time, () => FindAsync(callers)).Result is { } given)
                    {
                        Assert.True(theirs.GetUtcNow() < ends[given], $"{given} was given out at {theirs.GetUtcNow():O}, and its lease ended at {ends[given]:O}");
                    }
                    else if (!isBroken)
                    {
                        // While the table answers, what holds is found, once a second.
                        time.Advance(TimeSpan.FromSeconds(1));
                        if (VirtualTime.Run(time, () => FindAsync(callers)).Result is { } later)
                        {
                            Assert.True(theirs.GetUtcNow() < ends[later]);
                            break;
                        }

                        Assert.All(ends.Values, end => Assert.True(end <= time.GetUtcNow() + callersSkew + Skew));
                    }

                    break;
            }
        }
    }

    private static async Task<Uri?> FindAsync(ServiceDirectory directory)
    {
        try
        {
            return await directory.FindAsync("a", default).ConfigureAwait(false);
        }
        catch (ServiceNotFoundException)
        {
            return null;
        }
    }

    private static TimeSpan Random(Random random, TimeSpan from, TimeSpan to) => from + ((to - from) * random.NextDouble());

    private sealed class SkewedTime(FakeTimeProvider inner, TimeSpan skew) : TimeProvider
    {
        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + skew;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);
    }
}
