using System.Diagnostics;
using System.Text;
using Patterns.Outbound;

namespace Patterns.FanIn.Internal;

/// <summary>The message that carries a result. All but the trace is the same for every publication.</summary>
internal static class ResultEnvelope
{
    public static Envelope Of(FixedResult result, string? type, string? source) => new()
    {
        Id = result.Summary.CorrelationId,
        Body = Encoding.UTF8.GetBytes(result.Body),
        Type = type,
        Source = source,
        Key = result.Summary.CorrelationId,
        CorrelationId = result.Summary.CorrelationId,
        TraceParent = Activity.Current?.Id,
        Attributes = SummaryAttributes.Of(result.Summary),
    };
}
