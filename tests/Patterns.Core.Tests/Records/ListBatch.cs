using System.Text;

namespace Patterns.Core.Tests.Records;

/// <summary>A source that the engine does not know: bodies by position, all with one key.</summary>
internal sealed class ListBatch(SourceKind source, params string[] bodies) : RecordBatch
{
    public override SourceKind Source => source;

    public override int Count => bodies.Length;

    protected internal override string GetId(int index) => index.ToString();

    protected internal override string? GetKey(int index) => "one";

    protected internal override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer) => Encoding.UTF8.GetBytes(bodies[index]);
}
