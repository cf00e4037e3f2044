using System.Collections.Concurrent;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Transactions;

namespace Patterns.Local.Services.DynamoDb;

/// <summary>The tables of one account in one region. Knows no HTTP; safe for use by many threads.</summary>
internal sealed class DynamoDbService : IDisposable
{
    private readonly ConcurrentDictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();
    private readonly string _arnPrefix;

    public DynamoDbService(AwsEnvironment aws)
    {
        Aws = aws;
        Streams = new TableStreams(aws.Time);
        Tokens = new TransactionTokens(aws.Time);
        _arnPrefix = aws.Arn("dynamodb", "table/");
    }

    public AwsEnvironment Aws { get; }

    /// <summary>The change streams of all tables, also those that are disabled and can still be read.</summary>
    public TableStreams Streams { get; }

    public TransactionTokens Tokens { get; }

    /// <exception cref="AwsException">There is a table of that name.</exception>
    public Table Create(TableSettings settings)
    {
        lock (_changes)
        {
            if (_tables.ContainsKey(settings.Name))
            {
                throw DynamoDbErrors.TableExists(settings.Name);
            }

            return _tables[settings.Name] = new Table(Aws, Streams, settings);
        }
    }

    /// <summary>Finds the table of an operation on items.</summary>
    /// <param name="nameOrArn">The name, or the ARN in this account and region.</param>
    /// <exception cref="AwsException">There is no such table, or this can be none.</exception>
    public Table Find(string? nameOrArn)
    {
        if (nameOrArn is not null && _tables.TryGetValue(nameOrArn, out var table))
        {
            return table;
        }

        return _tables.GetValueOrDefault(NameIn(nameOrArn)) ?? throw DynamoDbErrors.TableNotFound();
    }

    /// <summary>Finds the table of an operation on tables, whose error names it.</summary>
    /// <exception cref="AwsException">There is no such table, or this can be none.</exception>
    public Table FindNamed(string? nameOrArn)
    {
        var name = NameIn(nameOrArn);
        return _tables.GetValueOrDefault(name) ?? throw DynamoDbErrors.TableNotFound(name);
    }

    /// <summary>Finds the table of an operation that takes ARNs only.</summary>
    /// <exception cref="AwsException">There is no such table, or this can be none.</exception>
    public Table FindByArn(string? arn)
    {
        if (arn is null)
        {
            throw DynamoDbErrors.NullMember("resourceArn");
        }

        return arn.StartsWith(_arnPrefix, StringComparison.Ordinal) && _tables.TryGetValue(arn[_arnPrefix.Length..], out var table)
            ? table
            : throw DynamoDbErrors.ResourceNotFound(arn);
    }

    /// <summary>Deletes the table with its items; its stream can be read on.</summary>
    /// <exception cref="AwsException">The table is protected.</exception>
    public void Delete(Table table)
    {
        lock (_changes)
        {
            if (table.Settings.IsDeletionProtected)
            {
                throw DynamoDbErrors.Validation(
                    $"Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first. Table: {table.Name}");
            }

            if (_tables.TryRemove(KeyValuePair.Create(table.Name, table)))
            {
                table.Delete();
            }
        }
    }

    /// <summary>Changes the settings of a table; <paramref name="change"/> gets them as they are, and no other change comes between.</summary>
    public void Change(Table table, Func<TableSettings, TableSettings> change)
    {
        lock (_changes)
        {
            table.Change(change(table.Settings));
        }
    }

    /// <summary>All tables by name.</summary>
    public IReadOnlyList<Table> List() => [.. _tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal)];

    /// <summary>Ends all tables; nothing expires any more.</summary>
    public void Dispose()
    {
        foreach (var table in _tables.Values)
        {
            table.Delete();
        }
    }

    private string NameIn(string? nameOrArn)
    {
        if (nameOrArn?.StartsWith(_arnPrefix, StringComparison.Ordinal) == true)
        {
            nameOrArn = nameOrArn[_arnPrefix.Length..];
        }
        else if (nameOrArn?.StartsWith("arn:", StringComparison.Ordinal) == true)
        {
            throw DynamoDbErrors.TableNotFound();
        }

        TableNames.Check(nameOrArn, "tableName");
        return nameOrArn!;
    }
}
