using System.Text;

namespace Patterns.Core.Tests.Records;

/// <summary>Takes the objects' keys for their messages, and counts ids from 1 as the other sources of the laws do.</summary>
internal sealed class ObjectKeys(RecordBatch batch) : RecordBatch
{
    public override SourceKind Source => batch.Source;

    public override int Count => batch.Count;

    protected internal override string GetId(int index) => $"{index + 1}";

    protected internal override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer) => Encoding.UTF8.GetBytes(batch.GetKey(index)!);
}
