using Patterns.Firehose;

namespace Firehose.Functions;

/// <summary>Makes page views of the lines of a web log. Bots are left out, and lines that are none fail.</summary>
public sealed class CleanLog() : FirehoseTransformHandler<LogLine, PageView>(LogLine.Parse, Json.Default.PageView)
{
    protected override ValueTask<FirehoseResult<PageView>> TransformAsync(LogLine record, FirehoseRecordContext context)
    {
        if (record.Agent.Contains("bot", StringComparison.OrdinalIgnoreCase))
        {
            return new(Dropped());
        }

        var view = new PageView(record.RequestId, record.Path, record.Status, Anonymous(record.Address));
        return new(Ok(view));
    }

    // The last part of an address is what tells people apart.
    private static string Anonymous(string address) => address[..(address.LastIndexOf('.') + 1)] + "0";
}
