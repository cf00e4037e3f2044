using FsCheck;
using FsCheck.Fluent;
using Patterns.Facade;
using Patterns.Resilience;

namespace Patterns.ApiProxy.Tests.Facade;

/// <summary>What holds of every plan, whatever its parts do.</summary>
public sealed class FacadeLaws
{
    [Fact]
    public void The_reply_is_within_its_budget_and_every_part_is_there_or_named() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(120).WithReplay(17, 17).WithQuietOnSuccess(true));

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var time = new FakeTimeProvider();
        var table = new InMemoryTable(time: time);
        var budget = TimeSpan.FromMilliseconds(random.Next(20, 3_000));
        var shapes = Enumerable.Range(0, random.Next(1, 7)).Select(index => new PartShape(index, random, time, table)).ToArray();
        var rig = new FacadeRig(time, plan => Array.ForEach(shapes, shape => shape.AddTo(plan)), budget);
        for (var request = 0; request < 3; request++)
        {
            var (reply, took) = rig.Ask();

            Assert.InRange(took, TimeSpan.Zero, budget + TimeSpan.FromMilliseconds(10));
            Check(reply, shapes);
            time.Advance(TimeSpan.FromMilliseconds(random.Next(0, 20_000)));
        }
    }

    private static void Check(FakeReply reply, PartShape[] shapes)
    {
        if (reply.Status == 200)
        {
            var missing = FacadeRig.Reports(reply, "missing");
            Assert.All(shapes, shape => Assert.NotEqual(missing.ContainsKey(shape.Name), reply.Problem(shape.Name) is not null));
            Assert.All(shapes.Where(shape => shape.IsMandatory), shape => Assert.False(missing.ContainsKey(shape.Name)));
            Assert.DoesNotContain("abandoned", missing.Values);
            Assert.Equal(missing.Count == 0 && !reply.Body.Contains("\"stale\"") && !reply.Body.Contains("\"substituted\""), !reply.Headers.ContainsKey("cache-control"));
        }
        else
        {
            Assert.True(reply.Status is 502 or 503 or 504, $"{reply.Status}");
            Assert.Contains(shapes, shape => shape.IsMandatory && shape.Name == reply.Problem("part"));
        }
    }

    /// <summary>A part that behaves somehow each time.</summary>
    private sealed class PartShape
    {
        private readonly Random _random;
        private readonly FakeTimeProvider _time;
        private readonly PartOptions<string> _options;
        private readonly int[] _needs;

        public PartShape(int index, Random random, FakeTimeProvider time, InMemoryTable table)
        {
            (_random, _time, Name) = (random, time, $"p{index}");
            _needs = [.. Enumerable.Range(0, index).Where(_ => random.Next(3) == 0)];
            var broken = new BrokenTable(table, () => random.Next(4) == 0, stalls: random.Next(2) == 0);
            _options = new PartOptions<string>
            {
                IsMandatory = random.Next(4) == 0,
                Budget = random.Next(2) == 0 ? null : TimeSpan.FromMilliseconds(random.Next(1, 3_000)),
                MaxAttempts = random.Next(1, 4),
                AttemptTimeout = random.Next(2) == 0 ? null : TimeSpan.FromMilliseconds(random.Next(10, 1_000)),
                Fallback = random.Next(4) == 0 ? _ => "fallback" : null,
                Circuit = random.Next(3) == 0 ? new Circuit(broken, new CircuitOptions { Name = Name, MinimumFailures = 2 }, time) : null,
                Cache = random.Next(3) == 0 ? new PartCache(broken, new PartCacheOptions { Name = Name, Fresh = TimeSpan.FromSeconds(5) }) : null,
            };
        }

        public string Name { get; }

        public bool IsMandatory => _options.IsMandatory;

        public void AddTo(CallPlan plan) =>
            plan.Add(Name, FacadeJson.Default.String, CallAsync, _options, [.. _needs.Select(index => plan.Parts[index])], "key");

        private async ValueTask<string> CallAsync(PartContext context)
        {
            var listens = _random.Next(3) > 0;
            var latency = _random.Next(4) == 0 ? _random.Next(0, 60_000) : _random.Next(0, 500);
            await Task.Delay(TimeSpan.FromMilliseconds(latency), _time, listens ? context.CancellationToken : default).ConfigureAwait(false);
            return _random.Next(6) switch
            {
                0 => throw new HttpRequestException("reset"),
                1 => throw new InvalidOperationException(),
                _ => "value",
            };
        }
    }
}
