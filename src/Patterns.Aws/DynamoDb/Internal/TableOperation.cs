using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>What a table is asked to do, for the errors.</summary>
internal readonly record struct TableOperation(string Table, string Name, TableKey? Key = null)
{
    /// <summary>Whether a request before the one that fails may have taken effect for a part of what was asked.</summary>
    public bool IsPartial { get; init; }

    public TableException Fail(string reason, bool isRetryable, Exception? cause = null, bool mayHaveTakenEffect = false) =>
        new($"{Table}: {Name}{(Key is null ? "" : $" of {Key}")}: {reason}", isRetryable, cause) { MayHaveTakenEffect = mayHaveTakenEffect || IsPartial };
}
