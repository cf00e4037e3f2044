using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>The part of a batch that reads one table.</summary>
internal sealed class BatchRead
{
    private readonly StorageKey[] _places;
    private readonly ProjectionExpression? _projection;
    private readonly List<Item> _items = [];
    private int _done;

    /// <exception cref="AwsException">The keys are none of the table's, or one comes twice.</exception>
    public BatchRead(DynamoDbService service, ItemRequest request)
    {
        Request = request;
        var expressions = new RequestExpressions(request, RequestParameters.Get);
        _projection = expressions.Projection;
        expressions.CheckAllUsed();
        Table = service.Find(request.TableName);
        _places = [.. request.Keys!.Select(key => ItemKey.OfKey(Table.Key, key))];
        KeyPaths.Check(Table, _projection?.NestedRoots);
        if (_places.Distinct(StoragePlaces.Instance).Count() != _places.Length)
        {
            throw DynamoDbErrors.Validation("Provided list of item keys contains duplicates");
        }

        Capacity = new ConsumedCapacity(Table.Name);
    }

    public ItemRequest Request { get; }

    public Table Table { get; }

    public ConsumedCapacity Capacity { get; }

    public IReadOnlyList<Item> Items => _items;

    /// <summary>The keys for which there was no room.</summary>
    public IEnumerable<Item> Unprocessed => Request.Keys!.Skip(_done);

    /// <summary>Reads items while they fit.</summary>
    /// <returns>How many bytes they take.</returns>
    public long Run(long room)
    {
        var taken = 0L;
        for (; _done < _places.Length && taken < room; _done++)
        {
            var item = Table.Get(_places[_done]);
            if (taken + (item?.Size ?? 0) > room)
            {
                break;
            }

            Capacity.AddTable(ReadUnits.Of(item?.Size ?? 0, Request.ConsistentRead == true));
            if (item is not null)
            {
                taken += item.Size;
                _items.Add(_projection?.Apply(item) ?? item);
            }
        }

        return taken;
    }
}
