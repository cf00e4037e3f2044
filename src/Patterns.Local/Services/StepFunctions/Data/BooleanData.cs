using System.Buffers;

namespace Patterns.Local.Services.StepFunctions.Data;

internal sealed class BooleanData : JsonData
{
    private BooleanData(bool value) => Value = value;

    public static BooleanData True { get; } = new(true);

    public static BooleanData False { get; } = new(false);

    public bool Value { get; }

    public override int ByteCount => Value ? 4 : 5;

    public static BooleanData Of(bool value) => value ? True : False;

    public override bool IsSameAs(JsonData other) => ReferenceEquals(this, other);

    public override void WriteTo(IBufferWriter<byte> buffer) => buffer.Write(Value ? "true"u8 : "false"u8);
}
