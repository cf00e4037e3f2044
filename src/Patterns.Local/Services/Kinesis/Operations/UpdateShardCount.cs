using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class UpdateShardCount
{
    public static void Run(KinesisCall call)
    {
        var target = call.Input.RequiredNumber("TargetShardCount");
        Constraints.CheckRange(target, "targetShardCount", 1, KinesisLimits.Shards);
        Constraints.CheckOneOf(call.Input.Required("ScalingType"), "scalingType", "UNIFORM_SCALING");
        var stream = call.Stream();
        var before = stream.Resize(target);
        call.Answer.WriteString("StreamName"u8, stream.Name);
        call.Answer.WriteString("StreamARN"u8, stream.Arn);
        call.Answer.WriteNumber("CurrentShardCount"u8, before);
        call.Answer.WriteNumber("TargetShardCount"u8, target);
    }
}
