namespace Patterns.Tables;

/// <summary>Deletes an item; one that is not there is deleted already.</summary>
public sealed record TableDelete : TableWrite
{
    /// <summary>Makes the write.</summary>
    public TableDelete(TableKey key)
        : base(key)
    {
    }
}
