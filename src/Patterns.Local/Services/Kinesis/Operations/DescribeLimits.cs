using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class DescribeLimits
{
    private const int OnDemandStreams = 50;

    public static void Run(KinesisCall call)
    {
        var streams = call.Service.List();
        call.Answer.WriteNumber("ShardLimit"u8, KinesisLimits.Shards);
        call.Answer.WriteNumber("OpenShardCount"u8, streams.Sum(stream => stream.OpenShards));
        call.Answer.WriteNumber("OnDemandStreamCount"u8, streams.Count(stream => stream.Mode == StreamMode.OnDemand));
        call.Answer.WriteNumber("OnDemandStreamCountLimit"u8, OnDemandStreams);
    }
}
