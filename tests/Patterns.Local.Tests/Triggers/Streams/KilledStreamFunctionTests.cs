using Patterns.Local.Faults;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Streams;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Services.Lambda;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>Stream, mapping and real processes together.</summary>
public sealed class KilledStreamFunctionTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task No_record_is_lost_although_processes_are_killed()
    {
        const int Records = 60;
        FaultPlan? plan = null;
        var package = functions.Plain("Echo");
        await using var harness = await RunnerHarness.StartAsync(package, settings => settings.Faults = console => plan = FaultPlan.Parse("kill=3", TimeProvider.System, console));
        await using var lambda = new LambdaService(harness.Aws, harness.Runner, harness.Runner.Concurrency, new RecordingTargets(), harness.Console);
        lambda.Functions.Add(package.Definition);
        var stream = new RecordStream(StreamWorld.Arn, harness.Aws.Time, TimeSpan.FromHours(24));
        lambda.Mappings.Support(new StreamEventSourceProvider(StreamKind.Kinesis, _ => stream, harness.Aws, harness.Runner, new RecordingTargets(), harness.Console));
        var shard = stream.AddShard("shard-1", "0");
        for (var i = 1; i <= Records; i++)
        {
            var number = i;
            shard.Append(() => new NumberedRecord { Number = number, SequenceNumber = $"{number}", PartitionKey = $"{number}", ArrivedAt = harness.Aws.Time.GetUtcNow() });
        }

        var mapping = await lambda.Mappings.CreateAsync(new EventSourceMappingSettings(lambda.Functions.Find("fn"), stream.Arn)
        {
            BatchSize = 1,
            Stream = new StreamMappingSettings { StartingPosition = StreamMappingSettings.TrimHorizon, ParallelizationFactor = 2 },
        });

        await Eventually.BecomesTrueAsync(() => mapping.Progress.Of(shard.Id).Checkpoint == Records);
        Assert.Equal(0, plan!.Remaining);
        Assert.Equal(3, harness.Console.Reports.Count(report => report.ErrorType == "Runtime.ExitError"));
        Assert.Equal(Records, harness.Console.Reports.Count(report => report.ErrorType is null));
    }
}
