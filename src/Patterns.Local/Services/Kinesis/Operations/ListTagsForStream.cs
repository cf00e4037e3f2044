using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class ListTagsForStream
{
    public static void Run(KinesisCall call)
    {
        var limit = call.Input.Number("Limit", 1, KinesisLimits.Tags) ?? KinesisLimits.Tags;
        var start = call.Input.Text("ExclusiveStartTagKey");
        var left = call.Stream().Tags.All.Where(tag => start is null || string.CompareOrdinal(tag.Key, start) > 0).ToList();
        TagJson.Write(call.Answer, left.Take(limit));
        call.Answer.WriteBoolean("HasMoreTags"u8, left.Count > limit);
    }
}
