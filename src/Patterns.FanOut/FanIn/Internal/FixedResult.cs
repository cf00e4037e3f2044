using System.Text;
using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>An aggregate's result as all its publications carry it.</summary>
internal sealed record FixedResult(FanInSummary Summary, string Body)
{
    private const string BodyName = "body";
    private const string OutcomeName = "outcome";
    private const string PartsName = "parts";
    private const string ExpectedName = "expected";
    private const string MissingName = "missing";
    private const int ListEntryBytes = 1;

    /// <summary>What the names of the missing parts take in the item, besides the body.</summary>
    public int MissingBytes => Summary.Missing.Sum(id => Encoding.UTF8.GetByteCount(id) + ListEntryBytes);

    public static FixedResult From(string correlationId, TableItem item)
    {
        var summary = new FanInSummary(
            correlationId,
            Enum.Parse<FanInOutcome>(item[OutcomeName]!.GetString()),
            (int)item[PartsName]!.GetInt64(),
            (int?)item[ExpectedName]?.GetInt64(),
            [.. item[MissingName]!.GetList().Select(id => id.GetString())]);
        return new FixedResult(summary, item[BodyName]!.GetString());
    }

    public TableItem ToItem(TableKey key, DateTimeOffset expiresAt)
    {
        var attributes = new Dictionary<string, TableValue>(StringComparer.Ordinal)
        {
            [BodyName] = Body,
            [OutcomeName] = Summary.Outcome.ToString(),
            [PartsName] = Summary.PartCount,
            [MissingName] = TableValue.ListOf(Summary.Missing.Select(TableValue.From)),
        };
        if (Summary.Expected is { } expected)
        {
            attributes[ExpectedName] = expected;
        }

        return new TableItem(key, attributes) { ExpiresAt = expiresAt };
    }
}
