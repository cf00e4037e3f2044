using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>What a table in memory is asked to do, for the errors.</summary>
internal readonly record struct TableOperation(string Table, string Verb, TableKey Key)
{
    public static TableOperation Of(string table, TableWrite write) => new(
        table,
        write switch { TablePut => "put", TableUpdate => "update", TableDelete => "delete", _ => "check" },
        write.Key);

    public TableException Refuse(string reason) => new($"{Table}: {Verb} of {Key}: {reason}", isRetryable: false);
}
