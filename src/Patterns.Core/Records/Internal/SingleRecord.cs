using System.Collections.ObjectModel;

namespace Patterns.Records.Internal;

internal sealed class SingleRecord(string id, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string>? attributes) : RecordBatch
{
    public override SourceKind Source => SourceKind.Direct;

    public override int Count => 1;

    protected internal override string GetId(int index) => id;

    protected internal override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer) => body.Span;

    protected internal override string? GetAttribute(int index, string name) => attributes?.GetValueOrDefault(name);

    protected internal override IReadOnlyDictionary<string, string> GetAttributes(int index) =>
        attributes ?? ReadOnlyDictionary<string, string>.Empty;
}
