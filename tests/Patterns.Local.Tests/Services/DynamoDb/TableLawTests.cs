using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>Random operations against a model: whatever comes, the table holds what was written and every way to read agrees.</summary>
public sealed class TableLawTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(80);

    [Fact]
    public void A_get_returns_what_was_written_last() => Check((run, _) =>
    {
        foreach (var ((partition, sort), (count, _)) in run.Model.Items)
        {
            Assert.Equal(count, run.Get(new TableStep(0, partition, sort, 0)));
        }

        Assert.Null(run.Get(new TableStep(0, 99, 99, 0)));
    });

    [Fact]
    public void Pages_of_a_scan_make_up_the_whole_table() => Check((run, limit) =>
        Assert.Equal(All(run), run.Read("Scan", limit).Order()));

    [Fact]
    public void Segments_of_a_scan_share_the_table_out() => Check((run, limit) =>
    {
        var total = (limit % 5) + 1;
        var parts = Enumerable.Range(0, total).SelectMany(segment => run.Read("Scan", limit, ("Segment", segment), ("TotalSegments", total)));

        Assert.Equal(All(run), parts.Order());
    });

    [Fact]
    public void Pages_of_a_query_make_up_the_partition_in_order() => Check((run, limit) =>
    {
        for (var partition = 0; partition < 3; partition++)
        {
            var expected = All(run).Where(item => item.Partition == partition && item.Sort >= -2).ToList();
            (string, JsonNode)[] query =
            [
                ("KeyConditionExpression", "pk = :p AND sk >= :low"),
                ("ExpressionAttributeValues", JsonNode.Parse($$$"""{":p":{"S":"{{{partition}}}"},":low":{"N":"-2"} }""")!),
            ];

            Assert.Equal(expected, run.Read("Query", limit, query));
            Assert.Equal(expected.AsEnumerable().Reverse(), run.Read("Query", limit, [.. query, ("ScanIndexForward", false)]));
        }
    });

    [Fact]
    public void A_query_of_an_index_is_a_filtered_scan() => Check((run, limit) =>
    {
        for (var group = 1; group <= 3; group++)
        {
            var expected = run.Model.Items.Where(item => item.Value.Group == group).Select(item => (item.Key.Partition, item.Key.Sort, 0)).Order();
            var read = run.Read(
                "Query",
                limit,
                ("IndexName", "gsi"),
                ("KeyConditionExpression", "gk = :g"),
                ("ExpressionAttributeValues", JsonNode.Parse($$$"""{":g":{"S":"g{{{group}}}"} }""")!));

            Assert.Equal(expected, read.Order());
        }
    });

    private static void Check(Action<TableRun, int> law) => Prop.ForAll(Cases().ToArbitrary(), one =>
    {
        using var run = new TableRun();
        foreach (var step in one.Steps)
        {
            run.Do(step);
        }

        law(run, one.Limit);
    }).Check(Runs);

    private static Gen<(TableStep[] Steps, int Limit)> Cases() =>
        from steps in Steps().ArrayOf()
        from limit in Gen.Choose(1, 9)
        select (steps, limit);

    private static Gen<TableStep> Steps() =>
        from kind in Gen.Choose(0, 3)
        from partition in Gen.Choose(0, 2)
        from sort in Gen.Choose(-5, 12)
        from value in Gen.Choose(-20, 20)
        select new TableStep(kind, partition, sort, value);

    private static IEnumerable<(int Partition, int Sort, int Count)> All(TableRun run) =>
        run.Model.Items.Select(item => (item.Key.Partition, item.Key.Sort, item.Value.Count)).Order();
}
