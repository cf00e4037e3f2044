using System.Text.Json;
using System.Xml.Linq;
using Patterns.Translation.Internal;

namespace Patterns.Translation;

/// <summary>An array with an element around its items: <c>[1,2]</c> is <c>&lt;n&gt;1&lt;/n&gt;&lt;n&gt;2&lt;/n&gt;</c> inside of it.</summary>
public sealed class XmlArray : XmlShape
{
    internal XmlArray(XName item, XmlShape shape, NullForm nulls)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(shape);
        Item = item;
        Shape = shape;
        Nulls = nulls;
        if (NullRules.MistakeOfItem(item.LocalName, shape, nulls) is { } mistake)
        {
            throw new OptionsException(nameof(XmlArray), [mistake]);
        }
    }

    /// <summary>The name of each item's element.</summary>
    public XName Item { get; }

    /// <summary>The shape of each item.</summary>
    public XmlShape Shape { get; }

    /// <summary>What stands for an item that is null.</summary>
    public NullForm Nulls { get; }

    internal override bool HasNil => Nulls == NullForm.Nil || Shape.HasNil;

    internal override string Description => "an array";

    internal override void Write(JsonElement value, XmlOutput output) => output.WriteItems(value, Item, Shape, Nulls);

    internal override Translated Read(XmlInput input)
    {
        input.RefuseAttributes();
        var items = new List<Translated>();
        foreach (var _ in input.Children())
        {
            if (!input.Is(Item))
            {
                throw input.Undeclared();
            }

            items.Add(input.ReadValue(Item, Shape, Nulls));
        }

        return new Translated(items);
    }
}
