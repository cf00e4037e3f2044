using Patterns.Local.Services.DynamoDb.Expiry;
using Patterns.Local.Services.DynamoDb.Reads;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Streams;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>A table with its items, indexes and stream. Safe for use by many threads; each call is atomic.</summary>
/// <remarks>
/// Operations on several tables take the locks of all of them with <see cref="TableLocks"/> and then use the members that say so.
/// </remarks>
internal sealed class Table
{
    private const int OnDemandShards = 4;

    private readonly AwsEnvironment _aws;
    private readonly TableStreams _streams;
    private readonly ItemTree _items = new();
    private volatile TableIndex[] _indexes;

    public Table(AwsEnvironment aws, TableStreams streams, TableSettings settings)
    {
        _aws = aws;
        _streams = streams;
        Settings = settings;
        Name = settings.Name;
        Arn = aws.Arn("dynamodb", $"table/{Name}");
        Key = settings.Key;
        CreatedAt = aws.Time.GetUtcNow();
        Tags = new TableTags(settings.Tags);
        _indexes = [.. settings.Indexes.Select(index => new TableIndex(index, Key))];
        Expiry = new TableExpiry(this, aws.Time);
        StartStream(settings);
    }

    public string Name { get; }

    public string Arn { get; }

    public Guid Id { get; } = Guid.NewGuid();

    public DateTimeOffset CreatedAt { get; }

    public KeySchema Key { get; }

    public TableSettings Settings { get; private set; }

    public TableTags Tags { get; }

    public TableExpiry Expiry { get; }

    /// <summary>The stream that the table writes, or the last one that it wrote; null where it never had one.</summary>
    public TableStream? Stream { get; private set; }

    public bool IsDeleted { get; private set; }

    public IReadOnlyList<TableIndex> Indexes => _indexes;

    public Lock Gate { get; } = new();

    /// <exception cref="AwsException">There is no such index.</exception>
    public TableIndex Index(string name) =>
        Array.Find(_indexes, index => index.Definition.Name == name) ?? throw DynamoDbErrors.UnknownIndex(name);

    public Item? Get(StorageKey place)
    {
        lock (Gate)
        {
            CheckExists();
            return _items.Find(place);
        }
    }

    /// <summary>The items between two bounds, up to the limits of a page.</summary>
    public Page Read(PageRequest request)
    {
        lock (Gate)
        {
            CheckExists();
            return PageReader.Read(request.Index?.Items ?? _items, _items, request);
        }
    }

    /// <summary>Carries out one write.</summary>
    /// <exception cref="AwsException">Its condition does not hold, or its result is no item of the table.</exception>
    public WriteOutcome Write(ItemWrite write)
    {
        lock (Gate)
        {
            return Apply(Prepare(write));
        }
    }

    /// <summary>The item at a place; under <see cref="Gate"/>.</summary>
    public Item? Find(StorageKey place)
    {
        CheckExists();
        return _items.Find(place);
    }

    /// <summary>Finds out what a write would do, and whether it may; under <see cref="Gate"/>.</summary>
    /// <exception cref="AwsException">Its condition does not hold, or its result is no item of the table.</exception>
    public PreparedWrite Prepare(ItemWrite write)
    {
        CheckExists();
        var before = _items.Find(write.Key);
        if (write.Condition is { } condition && !condition.Matches(before ?? Item.Empty))
        {
            throw new ConditionalCheckFailedException(write.ShowsItemOnFailure ? before : null);
        }

        return new PreparedWrite(write, before, write.Apply(before));
    }

    /// <summary>Does what was prepared; under the same <see cref="Gate"/>.</summary>
    public WriteOutcome Apply(PreparedWrite prepared)
    {
        var (write, before, after) = prepared;
        var units = new WriteUnits(WriteUnits.Of(Math.Max(before?.Size ?? 0, after?.Size ?? 0)));
        if (!write.IsCheckOnly)
        {
            Replace(write.Key, before, after, units, isExpiry: false);
        }

        return new WriteOutcome(before, after, units);
    }

    /// <summary>Removes an item whose time has come; under <see cref="Gate"/>.</summary>
    public void Expire(StorageKey place)
    {
        if (_items.Find(place) is { } item)
        {
            Replace(place, item, after: null, units: null, isExpiry: true);
        }
    }

    /// <summary>Every item with its place; under <see cref="Gate"/>.</summary>
    public IEnumerable<StoredItem> All() => _items.All();

    /// <summary>How many items there are and how large they are.</summary>
    public (int Count, long Bytes) Measure(TableIndex? index = null)
    {
        lock (Gate)
        {
            var items = index?.Items ?? _items;
            return (items.Count, items.Bytes);
        }
    }

    /// <summary>Takes new settings over: new indexes are filled, removed ones are gone, the stream starts or stops.</summary>
    public void Change(TableSettings settings)
    {
        lock (Gate)
        {
            CheckExists();
            _indexes = [.. settings.Indexes.Select(KeepOrFill)];
            if (settings.Stream != Settings.Stream)
            {
                Stream?.Disable();
                StartStream(settings);
            }

            Settings = settings;
        }
    }

    /// <summary>Ends the table; its stream can be read on.</summary>
    public void Delete()
    {
        lock (Gate)
        {
            IsDeleted = true;
            Stream?.Disable();
            Expiry.Dispose();
        }
    }

    private void CheckExists()
    {
        if (IsDeleted)
        {
            throw DynamoDbErrors.TableNotFound();
        }
    }

    private void Replace(StorageKey place, Item? before, Item? after, WriteUnits? units, bool isExpiry)
    {
        if (after is not null)
        {
            _items.Put(place, after);
        }
        else if (before is not null)
        {
            _items.Remove(place);
        }

        foreach (var index in _indexes)
        {
            if (index.Follow(place, before, after) is > 0 and var cost)
            {
                units?.AddIndex(index.Definition, cost);
            }
        }

        Expiry.Follow(place, after);
        if (Stream is { IsEnabled: true } && (before ?? after) is not null)
        {
            Stream.Record(before, after, isExpiry);
        }
    }

    private void StartStream(TableSettings settings)
    {
        if (settings.Stream is { IsEnabled: true, ViewType: { } view })
        {
            Stream = new TableStream(Arn, view, Key.Names, settings.IsOnDemand ? OnDemandShards : 1, _aws);
            _streams.Add(Stream);
        }
    }

    private TableIndex KeepOrFill(IndexDefinition definition)
    {
        if (Array.Find(_indexes, index => index.Definition.Name == definition.Name) is { } kept)
        {
            kept.Change(definition.Throughput);
            return kept;
        }

        var added = new TableIndex(definition, Key);
        foreach (var stored in _items.All())
        {
            added.Follow(stored.Key, before: null, stored.Item);
        }

        return added;
    }
}
