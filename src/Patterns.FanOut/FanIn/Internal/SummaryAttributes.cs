namespace Patterns.FanIn.Internal;

/// <summary>A summary as message attributes.</summary>
internal static class SummaryAttributes
{
    private const int MostNamed = 10;

    public static Dictionary<string, string> Of(FanInSummary summary)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FanInAttributes.Outcome] = summary.Outcome.ToString(),
            [FanInAttributes.Parts] = summary.PartCount.ToString(),
        };
        if (summary.Expected is { } expected)
        {
            attributes[FanInAttributes.Expected] = expected.ToString();
        }

        if (summary.Missing.Count > 0)
        {
            attributes[FanInAttributes.Missing] = string.Join(',', summary.Missing.Take(MostNamed));
        }

        return attributes;
    }
}
