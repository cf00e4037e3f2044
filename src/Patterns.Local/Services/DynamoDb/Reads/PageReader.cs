using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>Reads up to the limit of items or bytes of a page.</summary>
internal static class PageReader
{
    public static Page Read(ItemTree source, ItemTree table, PageRequest request)
    {
        var items = new List<Item>();
        var (bytes, fetched) = (0L, 0.0);
        foreach (var stored in source.Between(request.Low, request.High, request.IsForward))
        {
            var item = stored.Item;
            bytes += item.Size;
            if (request.FetchesFromTable && table.Find(stored.Key.TableKey!) is { } whole)
            {
                item = whole;
                fetched += ReadUnits.Of(whole.Size);
            }

            items.Add(item);
            if (items.Count == request.Limit || bytes >= DynamoDbLimits.PageBytes)
            {
                return new Page(items, HasMore: true, bytes, fetched);
            }
        }

        return new Page(items, HasMore: false, bytes, fetched);
    }
}
