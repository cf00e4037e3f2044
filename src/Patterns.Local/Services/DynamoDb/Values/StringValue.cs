using System.Text;

namespace Patterns.Local.Services.DynamoDb.Values;

internal sealed class StringValue(string text) : AttributeValue
{
    public override AttributeType Type => AttributeType.S;

    public string Text { get; } = text;

    public override int Size { get; } = Encoding.UTF8.GetByteCount(text);

    public override bool Equals(AttributeValue? other) => other is StringValue value && string.Equals(Text, value.Text, StringComparison.Ordinal);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
