using System.Text.Json.Serialization;
using Patterns.Firehose;

namespace Snippets.Deliveries;

public sealed record Click(string Page, string? Country, string? Agent);

[JsonSerializable(typeof(Click))]
public sealed partial class ClickJson : JsonSerializerContext;

// snippet: firehose
public sealed class CleanClicks() : FirehoseTransformHandler<Click, Click>(ClickJson.Default.Click, ClickJson.Default.Click)
{
    protected override ValueTask<FirehoseResult<Click>> TransformAsync(Click record, FirehoseRecordContext context) => new(record switch
    {
        { Agent: { } agent } when agent.Contains("bot", StringComparison.OrdinalIgnoreCase) => Dropped(),
        { Country: null } => Failed("no country"),
        _ => Ok(record with { Agent = null }, new Dictionary<string, string> { ["country"] = record.Country }),
    });
}
// end
