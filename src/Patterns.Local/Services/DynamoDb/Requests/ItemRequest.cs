using Patterns.Local.Services.DynamoDb.Legacy;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>
/// A request about items, or the part of a batch or transaction that is about one. The operations share their parameters, so one type
/// holds them all, and each operation takes those that it knows.
/// </summary>
internal sealed class ItemRequest
{
    public string? TableName { get; set; }

    public Item? Key { get; set; }

    public Item? Item { get; set; }

    public List<Item>? Keys { get; set; }

    public string? ConditionExpression { get; set; }

    public string? UpdateExpression { get; set; }

    public string? KeyConditionExpression { get; set; }

    public string? FilterExpression { get; set; }

    public string? ProjectionExpression { get; set; }

    public IReadOnlyDictionary<string, string>? Names { get; set; }

    public IReadOnlyDictionary<string, AttributeValue>? Values { get; set; }

    public string? ReturnValues { get; set; }

    public string? ReturnConsumedCapacity { get; set; }

    public string? ReturnItemCollectionMetrics { get; set; }

    public string? ReturnValuesOnConditionCheckFailure { get; set; }

    public bool? ConsistentRead { get; set; }

    public string? IndexName { get; set; }

    public string? Select { get; set; }

    public int? Limit { get; set; }

    public bool? ScanIndexForward { get; set; }

    public Item? ExclusiveStartKey { get; set; }

    public int? Segment { get; set; }

    public int? TotalSegments { get; set; }

    /// <summary>The parameters that expressions have replaced; null where there are none.</summary>
    public LegacyParameters? Legacy { get; set; }
}
