using FsCheck;
using FsCheck.Fluent;
using Patterns.Facade;

namespace Patterns.ApiProxy.Tests.Facade;

/// <summary>Every dependency out of order in turn, under latencies of many distributions: what the reply has and lacks, and when it comes, is known beforehand.</summary>
public sealed class DependencyLaws
{
    private static readonly string[] Faults = ["killed", "erring", "stalled", "deaf", "none"];

    [Fact]
    public void The_reply_is_within_its_budget_and_names_exactly_what_is_missing() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(23, 23).WithQuietOnSuccess(true));

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var services = Services(random);
        var budget = random.Next(5, 100) * 20;
        foreach (var victim in services)
        {
            foreach (var fault in Faults)
            {
                Check(services, budget, victim, fault, isMandatory: false);
                Check(services, budget, victim, fault, isMandatory: true);
            }
        }
    }

    private static void Check(Service[] services, int budget, Service victim, string fault, bool isMandatory)
    {
        var expected = Expected(services, budget, victim, fault);
        var time = new FakeTimeProvider();
        var rig = new FacadeRig(time, plan => Array.ForEach(services, service => service.AddTo(plan, time, service == victim ? fault : "none", isMandatory && service == victim)), TimeSpan.FromMilliseconds(budget));

        var (reply, took) = rig.Ask();

        Assert.InRange(took.TotalMilliseconds, 0, budget);
        if (isMandatory && expected[victim.Name].Missing is not null)
        {
            Assert.Equal((victim.Name, expected[victim.Name].End), (reply.Problem("part"), took.TotalMilliseconds));
            Assert.Equal(Cause(services, expected, victim) == "failed" ? 502 : 504, reply.Status);
            return;
        }

        Assert.Equal((200, expected.Values.Max(end => end.End)), (reply.Status, took.TotalMilliseconds));
        Assert.Equal(
            expected.Where(pair => pair.Value.Missing is not null).Select(pair => $"{pair.Key}: {pair.Value.Missing}"),
            FacadeRig.Reports(reply, "missing").Select(pair => $"{pair.Key}: {pair.Value}"));
        Assert.All(services, service => Assert.Equal(expected[service.Name].Missing is null, reply.Problem(service.Name) is not null));
    }

    /// <summary>When each part ends, by what its service does, and why it is missing.</summary>
    private static Dictionary<string, (int End, string? Missing)> Expected(Service[] services, int budget, Service victim, string fault)
    {
        var ends = new Dictionary<string, (int End, string? Missing)>();
        foreach (var service in services)
        {
            var needs = service.Needs.Select(need => ends[need.Name]).ToList();
            var start = needs.Select(need => need.End).DefaultIfEmpty(0).Max();
            var limit = Math.Min(budget, start + service.Budget);
            var latency = (service == victim ? fault : "none") switch
            {
                "killed" => 0,
                "stalled" or "deaf" => int.MaxValue - start,
                _ => service.Latency,
            };
            ends[service.Name] = needs.Exists(need => need.Missing is not null) ? (start, "dependencyMissing")
                : start + latency >= limit ? (limit, "outOfTime")
                : (start + latency, service == victim && fault is "killed" or "erring" ? "failed" : null);
        }

        return ends;
    }

    private static string Cause(Service[] services, Dictionary<string, (int End, string? Missing)> ends, Service service) => ends[service.Name].Missing is not "dependencyMissing"
        ? ends[service.Name].Missing!
        : Cause(services, ends, service.Needs.First(need => ends[need.Name].Missing is not null));

    private static Service[] Services(Random random)
    {
        var services = new List<Service>();
        for (var index = 0; index < 5; index++)
        {
            // Nothing ends at the very moment at which its time does: those are multiples of twenty, and no chain of parts ends at one.
            services.Add(new Service(
                $"s{index}",
                [.. services.Where(_ => random.Next(3) == 0)],
                (Latencies.Draw(random) * 20) + index + 1,
                random.Next(3) == 0 ? random.Next(1, 100) * 20 : 1_000_000));
        }

        return [.. services];
    }

    private sealed record Service(string Name, Service[] Needs, int Latency, int Budget)
    {
        public void AddTo(CallPlan plan, FakeTimeProvider time, string fault, bool isMandatory) => plan.Add(
            Name,
            FacadeJson.Default.String,
            context => CallAsync(context, time, fault),
            new() { IsMandatory = isMandatory, MaxAttempts = 1, Budget = TimeSpan.FromMilliseconds(Budget) },
            [.. Needs.Select(need => plan.Parts.Single(part => part.Name == need.Name))]);

        private async ValueTask<string> CallAsync(PartContext context, FakeTimeProvider time, string fault)
        {
            switch (fault)
            {
                case "killed":
                    throw new HttpRequestException("refused");
                case "stalled":
                    return await new TaskCompletionSource<string>().Task.WaitAsync(context.CancellationToken).ConfigureAwait(false);
                case "deaf":
                    return await new TaskCompletionSource<string>().Task.ConfigureAwait(false);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Latency), time, context.CancellationToken).ConfigureAwait(false);
            return fault == "erring" ? throw new HttpRequestException("503", null, System.Net.HttpStatusCode.ServiceUnavailable) : Name;
        }
    }
}
