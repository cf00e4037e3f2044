using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>What a table is asked to do, for the errors.</summary>
internal readonly record struct TableOperation(string Table, string Name, TableKey? Key = null)
{
    public TableException Fail(string reason, bool isRetryable, Exception? cause = null) =>
        new($"{Table}: {Name}{(Key is null ? "" : $" of {Key}")}: {reason}", isRetryable, cause);
}
