using System.Buffers;

namespace Patterns.Local.Services.StepFunctions.Data;

internal sealed class NullData : JsonData
{
    private NullData()
    {
    }

    public static NullData Instance { get; } = new();

    public override int ByteCount => 4;

    public override bool IsSameAs(JsonData other) => other is NullData;

    public override void WriteTo(IBufferWriter<byte> buffer) => buffer.Write("null"u8);
}
