using Patterns.Local.Faults;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Services.Lambda;
using Patterns.Local.Triggers.Sqs;

namespace Patterns.Local.Tests.Triggers;

/// <summary>Queue, mapping and real processes together.</summary>
public sealed class KilledFunctionTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task No_message_is_lost_although_processes_are_killed()
    {
        const int Messages = 100;
        FaultPlan? plan = null;
        var package = functions.Plain("Echo");
        package = package with { Definition = package.Definition with { Timeout = TimeSpan.FromSeconds(1) } };
        await using var harness = await RunnerHarness.StartAsync(package, settings => settings.Faults = console => plan = FaultPlan.Parse("kill=5", TimeProvider.System, console));
        await using var lambda = new LambdaService(harness.Aws, harness.Runner, harness.Runner.Concurrency, new RecordingTargets(), harness.Console);
        var sqs = new SqsService(harness.Aws);
        lambda.Functions.Add(package.Definition);
        lambda.Mappings.Support(new SqsEventSourceProvider(sqs, harness.Runner, harness.Console));
        var queue = sqs.Create("q", new Dictionary<string, string> { ["VisibilityTimeout"] = "1" });
        for (var i = 0; i < Messages; i++)
        {
            queue.Send(new NewMessage($"{i}"));
        }

        await lambda.Mappings.CreateAsync(new EventSourceMappingSettings(lambda.Functions.Find("fn"), queue.Arn) { BatchSize = 1 });

        await Eventually.BecomesTrueAsync(() => queue.Counts is { Visible: 0, InFlight: 0 });
        Assert.Equal(0, plan!.Remaining);
        Assert.Equal(5, harness.Console.Reports.Count(report => report.ErrorType == "Runtime.ExitError"));
        Assert.Equal(Messages, harness.Console.Reports.Count(report => report.ErrorType is null));
    }
}
