namespace Patterns.Local.Services.DynamoDb.Values;

internal sealed class MapValue : AttributeValue
{
    private const int Overhead = 3;
    private const int OverheadOfElement = 1;

    public MapValue(Item content)
    {
        Content = content;
        var depth = 0;
        foreach (var (_, value) in content.Attributes)
        {
            depth = Math.Max(depth, value.Depth);
        }

        Depth = depth + 1;
    }

    public override AttributeType Type => AttributeType.M;

    public Item Content { get; }

    public override int Size => Overhead + (OverheadOfElement * Content.Attributes.Count) + Content.Size;

    public override int Depth { get; }

    public override bool Equals(AttributeValue? other) => other is MapValue map && map.Content.Equals(Content);

    public override int GetHashCode() => Content.GetHashCode();
}
