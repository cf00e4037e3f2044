using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class ListTagsForResource
{
    public static void Run(KinesisCall call) => TagJson.Write(call.Answer, call.StreamByArn("ResourceARN").Tags.All);
}
