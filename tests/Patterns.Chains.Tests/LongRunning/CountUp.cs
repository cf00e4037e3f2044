using System.Text.Json.Serialization;
using Patterns.LongRunning;
using Patterns.Tables;

namespace Patterns.Chains.Tests.LongRunning;

internal sealed record Sum(int Next, int Total);

[JsonSerializable(typeof(Sum))]
internal sealed partial class SumJson : JsonSerializerContext;

/// <summary>Adds up the numbers below a hundred times ten, one a slice, each slice four seconds long.</summary>
internal sealed class CountUp(LongRunningJobs<Sum> jobs, JobRig rig, IStepGate? gate) : LongRunningHandler<Sum>(jobs, new RecordHandlerOptions { Time = rig.Time })
{
    public const int Slices = 12;

    protected override async ValueTask<Slice<Sum>> RunSliceAsync(Sum state, SliceContext slice)
    {
        if (gate is not null)
        {
            await gate.StepAsync("in a slice");
        }

        rig.Begin(slice);
        if (rig.Fail?.Invoke(slice) is { } failure)
        {
            throw failure;
        }

        rig.Time.Advance(rig.SliceTakes);
        slice.Enlist(new TableUpdate(new("effects", slice.SliceId)).Add("count", 1));
        var next = state with { Next = state.Next + 1, Total = state.Total + (state.Next * 10) };
        var progress = new JobProgress(rig.ProgressOf(next.Next), Slices);
        return next.Next == Slices ? Slice.Last(next, progress) : Slice.Next(next, progress);
    }

    protected override Sum Migrate(string jobId, int version, string stateJson) =>
        rig.Migrates && version == 1 ? new Sum(int.Parse(stateJson.Split(':', ',')[1]), 0) : base.Migrate(jobId, version, stateJson);
}
