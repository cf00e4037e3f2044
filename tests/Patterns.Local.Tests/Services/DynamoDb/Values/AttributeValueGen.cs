using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Values;

internal static class AttributeValueGen
{
    private static readonly Gen<string> Texts = Gen.Elements("", "a", "ab", "b", "ü", "😀", "\"", "x y");

    public static Gen<string> Names { get; } = Gen.Elements("a", "b", "c", "ü", "with space");

    public static Gen<AttributeValue> Scalars { get; } = Gen.OneOf(
        Texts.Select(AttributeValue (text) => new StringValue(text)),
        Gen.Choose(-20, 20).Select(AttributeValue (number) => new NumberValue(DynamoNumber.Parse($"{number}e-1"))),
        Gen.ArrayOf(Gen.Choose(0, 255).Select(number => (byte)number)).Resize(3).Select(AttributeValue (bytes) => new BinaryValue(bytes)));

    public static Gen<AttributeValue> Sets { get; } = Gen.OneOf(
        Gen.NonEmptyListOf(Texts).Resize(4).Select(texts => Set(AttributeType.SS, texts.Distinct().Select(text => new StringValue(text)))),
        Gen.NonEmptyListOf(Gen.Choose(-3, 9)).Resize(12).Select(numbers => Set(AttributeType.NS, numbers.Distinct().Select(number => new NumberValue(DynamoNumber.Of(number))))),
        Gen.NonEmptyListOf(Gen.Choose(0, 255)).Resize(3).Select(bytes => Set(AttributeType.BS, bytes.Distinct().Select(value => new BinaryValue(new[] { (byte)value })))));

    public static Gen<AttributeValue> Values { get; } = Gen.Sized(size => OfDepth(Math.Min(size / 10, 3)));

    public static Gen<Item> Items { get; } =
        from pairs in Gen.ListOf(Gen.Zip(Names, Values)).Resize(5)
        select ItemOf(pairs);

    private static Gen<AttributeValue> OfDepth(int depth) => depth == 0
        ? Gen.OneOf(Scalars, Sets, Gen.Elements<AttributeValue>(BooleanValue.True, BooleanValue.False, NullValue.Instance))
        : Gen.OneOf(
            OfDepth(0),
            Gen.ArrayOf(OfDepth(depth - 1)).Resize(4).Select(AttributeValue (elements) => new ListValue(elements)),
            Gen.ListOf(Gen.Zip(Names, OfDepth(depth - 1))).Resize(4).Select(AttributeValue (pairs) => new MapValue(ItemOf(pairs))));

    private static Item ItemOf(IEnumerable<(string Name, AttributeValue Value)> pairs) =>
        new(pairs.GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => group.First().Value));

    private static AttributeValue Set(AttributeType type, IEnumerable<AttributeValue> elements) => SetValue.TryCreate(type, [.. elements], out _)!;
}
