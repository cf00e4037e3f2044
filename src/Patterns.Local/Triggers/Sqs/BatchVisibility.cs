using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Sqs;

namespace Patterns.Local.Triggers.Sqs;

/// <summary>How long the messages of a batch stay hidden.</summary>
internal static class BatchVisibility
{
    private static readonly TimeSpan s_reserve = TimeSpan.FromSeconds(30);

    /// <summary>The queue's time-out, unless the window and the function together would outlast it.</summary>
    public static TimeSpan Of(SqsQueue queue, EventSourceMappingSettings settings)
    {
        var needed = settings.BatchingWindow + settings.Function.Definition.Timeout;
        var visibility = queue.Settings.VisibilityTimeout;
        return needed > visibility ? needed + s_reserve : visibility;
    }
}
