using System.Globalization;
using System.Text.Json.Nodes;

namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>A table that goes through the same steps as its model.</summary>
internal sealed class TableRun : IDisposable
{
    private readonly DynamoDbFixture _aws = new();

    public TableRun() => _aws.CreateTable();

    public TableModel Model { get; } = new();

    public void Dispose() => _aws.Dispose();

    public void Do(TableStep step)
    {
        switch (step.Kind)
        {
            case 0:
                _aws.Call("PutItem", $$"""{"TableName":"things","Item":{{Item(step)}} }""");
                Model.Put(step);
                break;
            case 1:
                Update(step, "ADD n :v", $$$"""{":v":{"N":"{{{step.Value}}}"} }""");
                Model.Add(step);
                break;
            case 2:
                Regroup(step);
                Model.Regroup(step);
                break;
            default:
                _aws.Call("DeleteItem", $$"""{"TableName":"things","Key":{{Key(step)}} }""");
                Model.Delete(step);
                break;
        }
    }

    /// <summary>All items, read page by page, in the order in which they come.</summary>
    public List<(int Partition, int Sort, int Count)> Read(string operation, int limit, params (string Name, JsonNode Value)[] parameters)
    {
        var items = new List<(int, int, int)>();
        JsonNode? start = null;
        do
        {
            var request = new JsonObject { ["TableName"] = "things", ["Limit"] = limit, ["ExclusiveStartKey"] = start?.DeepClone() };
            foreach (var (name, value) in parameters)
            {
                request[name] = value.DeepClone();
            }

            var page = _aws.Call(operation, request);
            Assert.True((int)page["ScannedCount"]! <= limit);
            items.AddRange(page["Items"]!.AsArray().Select(Read));
            start = page["LastEvaluatedKey"];
        }
        while (start is not null);
        return items;
    }

    public int? Get(TableStep step) => _aws.Call("GetItem", $$"""{"TableName":"things","Key":{{Key(step)}} }""")["Item"] is { } item ? Read(item).Count : null;

    private static (int Partition, int Sort, int Count) Read(JsonNode? item) =>
        (int.Parse((string)item!["pk"]!["S"]!, CultureInfo.InvariantCulture), Number(item["sk"]!), item["n"] is { } count ? Number(count) : 0);

    private static int Number(JsonNode value) => int.Parse((string)value["N"]!, CultureInfo.InvariantCulture);

    private static string Key(TableStep step) => $$$"""{"pk":{"S":"{{{step.Partition}}}"},"sk":{"N":"{{{step.Sort}}}"} }""";

    private static string Item(TableStep step)
    {
        var group = TableModel.GroupOf(step) is { } number ? $$$""","gk":{"S":"g{{{number}}}"}""" : "";
        return $$$"""{"pk":{"S":"{{{step.Partition}}}"},"sk":{"N":"{{{step.Sort}}}"},"n":{"N":"{{{step.Value}}}"},"held":{"S":"h"}{{{group}}} }""";
    }

    private void Regroup(TableStep step)
    {
        if (!Model.Items.ContainsKey((step.Partition, step.Sort)))
        {
            Assert.StartsWith("ConditionalCheckFailedException", _aws.Refusal(
                "UpdateItem",
                $$"""{"TableName":"things","Key":{{Key(step)}},"UpdateExpression":"REMOVE gk","ConditionExpression":"attribute_exists(pk)"}"""));
        }
        else if (TableModel.GroupOf(step) is { } group)
        {
            Update(step, "SET gk = :g", $$$"""{":g":{"S":"g{{{group}}}"} }""");
        }
        else
        {
            Update(step, "REMOVE gk", values: null);
        }
    }

    private void Update(TableStep step, string expression, string? values) => _aws.Call(
        "UpdateItem",
        $$"""{"TableName":"things","Key":{{Key(step)}},"UpdateExpression":"{{expression}}"{{(values is null ? "" : ",\"ExpressionAttributeValues\":" + values)}} }""");
}
