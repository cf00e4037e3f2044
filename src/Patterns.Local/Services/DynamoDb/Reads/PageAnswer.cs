using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>Answers a query or scan with the items of a page that its filter lets through.</summary>
/// <param name="source">What was read.</param>
/// <param name="page">What was there.</param>
/// <param name="selection">Which attributes to return.</param>
internal sealed class PageAnswer(ReadSource source, Page page, AttributeSelection selection)
{
    public ConditionExpression? Filter { get; init; }

    public bool IsConsistent { get; init; }

    public CapacityDetail Detail { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        var items = Filter is null ? page.Items : Filtered(Filter);
        if (!selection.IsCountOnly)
        {
            WriteItems(json, items);
        }

        json.WriteNumber("Count", items.Count);
        json.WriteNumber("ScannedCount", page.Items.Count);
        if (page.HasMore)
        {
            json.WriteKey("LastEvaluatedKey", page.Items[^1], source.KeyNames);
        }

        if (Detail != CapacityDetail.None)
        {
            json.WriteCapacity(Capacity(), Detail);
        }
    }

    private List<Item> Filtered(ConditionExpression filter)
    {
        var items = new List<Item>();
        for (var i = 0; i < page.Items.Count; i++)
        {
            if (filter.Matches(page.Items[i]))
            {
                items.Add(page.Items[i]);
            }
        }

        return items;
    }

    private void WriteItems(Utf8JsonWriter json, IReadOnlyList<Item> items)
    {
        json.WriteStartArray("Items");
        for (var i = 0; i < items.Count; i++)
        {
            AttributeValueWriter.WriteItem(json, selection.Projection?.Apply(items[i]) ?? items[i]);
        }

        json.WriteEndArray();
    }

    private ConsumedCapacity Capacity()
    {
        var capacity = new ConsumedCapacity(source.Table.Name);
        var units = ReadUnits.Of(page.Bytes, IsConsistent);
        if (source.Index is { } index)
        {
            capacity.AddIndex(index.Definition, units);
            capacity.AddTable(IsConsistent ? page.FetchedUnits : page.FetchedUnits / 2);
        }
        else
        {
            capacity.AddTable(units);
        }

        return capacity;
    }
}
