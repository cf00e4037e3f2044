namespace Patterns.Core.Tests.Records;

/// <summary>Counts ids from 1 as the other sources of the laws do.</summary>
internal sealed class ShiftedIds(RecordBatch batch) : RecordBatch
{
    public override SourceKind Source => batch.Source;

    public override int Count => batch.Count;

    protected internal override string GetId(int index) => $"{index + 1}";

    protected internal override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer) => batch.GetBody(index, buffer);
}
