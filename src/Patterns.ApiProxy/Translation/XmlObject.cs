using System.Collections.Frozen;
using System.Text.Json;
using System.Xml.Linq;
using Patterns.Translation.Internal;

namespace Patterns.Translation;

/// <summary>An object: its members are elements, attributes or the text of its element.</summary>
public sealed class XmlObject : XmlShape
{
    private readonly FrozenDictionary<string, int> _byJsonName;
    private readonly FrozenDictionary<(string Name, string Namespace), int> _byElement;
    private readonly FrozenDictionary<(string Name, string Namespace), int> _byAttribute;
    private readonly int[] _writeOrder;
    private readonly int _content;

    internal XmlObject(XNamespace elements, IEnumerable<XmlMember> members)
        : this([.. NamedMember.From(elements, members)], dropsUnknown: false)
    {
    }

    private XmlObject(NamedMember[] members, bool dropsUnknown)
    {
        Members = members;
        IsDroppingUnknown = dropsUnknown;
        var mistakes = MemberRules.Mistakes(members).ToList();
        if (mistakes.Count > 0)
        {
            throw new OptionsException(nameof(XmlObject), mistakes);
        }

        var indexed = members.Index().ToArray();
        _byJsonName = indexed.ToFrozenDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        _byElement = indexed.Where(pair => pair.Item.IsElement).ToFrozenDictionary(pair => pair.Item.Key, pair => pair.Index);
        _byAttribute = indexed.Where(pair => pair.Item.Kind == XmlMemberKind.Attribute).ToFrozenDictionary(pair => pair.Item.Key, pair => pair.Index);
        _content = System.Array.FindIndex(members, member => member.Kind == XmlMemberKind.Content);
        _writeOrder = [.. indexed.OrderBy(pair => pair.Item.Kind == XmlMemberKind.Attribute ? 0 : 1).Select(pair => pair.Index)];
        HasNil = members.Any(member => (member.IsElement && member.Nulls == NullForm.Nil) || member.Shape.HasNil);
    }

    /// <summary>
    /// Whether members, elements and attributes that are not declared are dropped, on either side. Without, they are errors, so that nothing
    /// gets lost unseen.
    /// </summary>
    public bool IsDroppingUnknown { get; }

    internal IReadOnlyList<NamedMember> Members { get; }

    internal override bool HasNil { get; }

    internal override string Description => "an object";

    /// <summary>The same shape, which drops what is not declared.</summary>
    public XmlObject DropUnknown() => new([.. Members], dropsUnknown: true);

    internal override void Write(JsonElement value, XmlOutput output)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw output.Path.Mismatch("must be an object.");
        }

        var values = Slots(value, output.Path);
        foreach (var index in _writeOrder)
        {
            output.Path.Enter(Members[index].Name);
            output.WriteMember(Members[index], values[index]);
            output.Path.Leave();
        }
    }

    internal override Translated Read(XmlInput input)
    {
        var values = new Translated?[Members.Count];
        foreach (var (name, text) in input.Attributes())
        {
            ReadAttribute(name, text, values, input);
        }

        if (_content >= 0)
        {
            values[_content] = ReadContent(Members[_content], input);
        }
        else
        {
            ReadElements(values, input);
        }

        Complete(values, input.Path);
        return new Translated(this, values);
    }

    /// <summary>The values in the order of the members; one that is missing has no kind.</summary>
    private JsonElement[] Slots(JsonElement value, DocumentPath path)
    {
        var values = new JsonElement[Members.Count];
        foreach (var property in value.EnumerateObject())
        {
            if (_byJsonName.TryGetValue(property.Name, out var index))
            {
                values[index] = property.Value;
            }
            else if (!IsDroppingUnknown)
            {
                path.Enter(property.Name);
                throw path.Mismatch("is not declared.");
            }
        }

        return values;
    }

    private void ReadAttribute((string Name, string Namespace) name, string text, Translated?[] values, XmlInput input)
    {
        if (_byAttribute.TryGetValue(name, out var index))
        {
            var member = Members[index];
            input.Path.EnterAttribute(name.Name);
            values[index] = member.Nulls == NullForm.Empty && text.Length == 0
                ? Translated.Null
                : ((Scalar)member.Shape).FromText(text, input.Path);
            input.Path.Leave();
        }
        else if (!IsDroppingUnknown)
        {
            throw input.Path.Mismatch($"has the attribute '{DocumentPath.Short(name.Name)}', which is not declared.");
        }
    }

    private static Translated ReadContent(NamedMember member, XmlInput input)
    {
        var text = input.ReadText();
        return member.Nulls == NullForm.Empty && text.Length == 0
            ? Translated.Null
            : ((Scalar)member.Shape).FromText(text, input.Path);
    }

    private void ReadElements(Translated?[] values, XmlInput input)
    {
        foreach (var name in input.Children())
        {
            if (!_byElement.TryGetValue(name, out var index))
            {
                input.Drop(isAllowed: IsDroppingUnknown);
                continue;
            }

            var member = Members[index];
            var value = input.ReadValue(member.XmlName, member.Shape, member.Nulls);
            if (member.Kind == XmlMemberKind.Repeated)
            {
                (values[index] ??= new Translated([])).Add(value);
            }
            else
            {
                values[index] = values[index] is null ? value : throw input.Path.Mismatch($"has '{member.XmlName.LocalName}' more than once.");
            }
        }
    }

    /// <summary>What a missing element or attribute means.</summary>
    private void Complete(Translated?[] values, DocumentPath path)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var member = Members[index];
            if (values[index] is null && member.IsRequired)
            {
                throw path.Mismatch($"lacks '{member.XmlName.LocalName}'.");
            }

            values[index] ??= member switch
            {
                { Kind: XmlMemberKind.Repeated } => new Translated([]),
                { Nulls: NullForm.Absent } => Translated.Null,
                _ => null,
            };
        }
    }
}
