using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml.Linq;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Translation;

/// <summary>Random shapes, and random JSON documents of a shape as they come back from XML.</summary>
internal sealed class RandomDocuments(int seed)
{
    private static readonly XNamespace[] Namespaces = [XNamespace.None, "urn:a", "http://example.com/b?x=1&y=2"];
    private static readonly string[] Pieces = ["", " ", "\r\n", "\t", "<", "&amp;", "]]>", "\"", "'", "ä", "日本", "😀", "\u0085", "\u2028", "--", "plain", "x"];
    private readonly Random _random = new(seed);
    private int _names;

    public XmlObject Shape(int depth = 3)
    {
        var members = Enumerable.Range(0, _random.Next(0, 5)).Select(_ => Member(depth)).ToList();
        if (_random.Next(5) == 0)
        {
            members = [.. members.Where(member => member.Kind == XmlMemberKind.Attribute), XmlMember.Content(Name(), RandomScalar()) with { Nulls = Pick(NullForm.Empty, NullForm.Refused) }];
        }

        return XmlShape.Object(Pick(Namespaces), members);
    }

    /// <summary>A document with its members in their order, and the same with them shuffled.</summary>
    public (string InOrder, string Shuffled) Document(XmlObject shape)
    {
        var value = Value(shape);
        return (Write(value, shuffled: false), Write(value, shuffled: true));
    }

    private XmlMember Member(int depth) => _random.Next(4) switch
    {
        0 => XmlMember.Attribute(Name(), RandomScalar(), _random.Next(3) == 0 ? XName.Get(Name(), "urn:attributes") : null) with
        {
            Nulls = Pick(NullForm.Refused, NullForm.Absent, NullForm.Empty),
        },
        1 => Repeated(depth),
        _ => Element(depth),
    };

    private XmlMember Element(int depth)
    {
        var shape = Inner(depth);
        var nulls = shape is Scalar ? Pick(NullForm.Nil, NullForm.Absent, NullForm.Empty, NullForm.Refused) : Pick(NullForm.Nil, NullForm.Absent, NullForm.Refused);
        var member = XmlMember.Element(Name(), shape, _random.Next(3) == 0 ? Pick(Namespaces) + Name() : null) with { Nulls = nulls };
        return nulls == NullForm.Absent ? member : member with { IsRequired = _random.Next(3) == 0 };
    }

    private XmlMember Repeated(int depth)
    {
        var shape = Inner(depth);
        return XmlMember.Repeated(Name(), shape) with { Nulls = ItemNulls(shape), IsRequired = _random.Next(3) == 0 };
    }

    private XmlShape Inner(int depth) => depth == 0
        ? RandomScalar()
        : _random.Next(4) switch
        {
            0 => Shape(depth - 1),
            1 when Inner(depth - 1) is var item => XmlShape.Array(Pick(Namespaces) + Name(), item, ItemNulls(item)),
            _ => RandomScalar(),
        };

    private NullForm ItemNulls(XmlShape shape) => shape is Scalar ? Pick(NullForm.Nil, NullForm.Empty, NullForm.Refused) : Pick(NullForm.Nil, NullForm.Refused);

    private Scalar RandomScalar() =>
        Pick(Scalar.Text, Scalar.Number, Scalar.NumberText, Scalar.Boolean, Scalar.Date, Scalar.DateTime, Scalar.LocalDateTime);

    private object? Value(XmlShape shape) => shape switch
    {
        XmlObject @object => @object.Members.Select(member => (member.Name, Value: MemberValue(member))).Where(pair => pair.Value is not Missing).ToList(),
        XmlArray array => Items(array.Shape, array.Nulls, 0),
        Scalar scalar => ScalarValue(scalar),
        _ => throw new InvalidOperationException(),
    };

    private object? MemberValue(Patterns.Translation.Internal.NamedMember member)
    {
        if (member.Kind == XmlMemberKind.Repeated)
        {
            return Items(member.Shape, member.Nulls, member.IsRequired ? 1 : 0);
        }

        if (member.Nulls != NullForm.Absent && !member.IsRequired && _random.Next(4) == 0)
        {
            return new Missing();
        }

        return OrNull(member.Shape, member.Nulls);
    }

    private List<object?> Items(XmlShape shape, NullForm nulls, int atLeast) => [.. Enumerable.Range(0, _random.Next(atLeast, 4)).Select(_ => OrNull(shape, nulls))];

    private object? OrNull(XmlShape shape, NullForm nulls)
    {
        var value = nulls != NullForm.Refused && _random.Next(4) == 0 ? null : Value(shape);
        return nulls == NullForm.Empty && value is "" ? "not empty" : value;
    }

    private object ScalarValue(Scalar scalar)
    {
        var moment = new DateTime(_random.NextInt64(DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
        var fraction = _random.Next(2) == 0 ? "" : "." + Digits(1, 12);
        return scalar switch
        {
            _ when scalar == Scalar.Text => string.Concat(Enumerable.Range(0, _random.Next(0, 5)).Select(_ => Pick(Pieces))),
            _ when scalar == Scalar.Number => new Raw(Number()),
            _ when scalar == Scalar.NumberText => Number(),
            _ when scalar == Scalar.Boolean => new Raw(Pick("true", "false")),
            _ when scalar == Scalar.Date => $"{moment:yyyy-MM-dd}",
            _ when scalar == Scalar.DateTime => $"{moment:yyyy-MM-dd'T'HH:mm:ss}{fraction}{Pick("Z", "+01:00", "-14:00", "+05:30")}",
            _ => $"{moment:yyyy-MM-dd'T'HH:mm:ss}{fraction}",
        };
    }

    private string Number()
    {
        var integer = _random.Next(3) == 0 ? "0" : _random.Next(1, 10) + Digits(0, 40);
        return $"{Pick("", "-")}{integer}{(_random.Next(2) == 0 ? "" : "." + Digits(1, 20))}{(_random.Next(3) == 0 ? Pick("e", "E") + Pick("", "+", "-") + Digits(1, 4) : "")}";
    }

    private string Digits(int min, int max) => string.Concat(Enumerable.Range(0, _random.Next(min, max + 1)).Select(_ => _random.Next(10)));

    private string Write(object? value, bool shuffled)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
        {
            Write(writer, value, shuffled);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Write(Utf8JsonWriter writer, object? value, bool shuffled)
    {
        switch (value)
        {
            case List<(string Name, object? Value)> members:
                writer.WriteStartObject();
                foreach (var (name, member) in shuffled ? members.OrderBy(_ => _random.Next()).ToList() : members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member, shuffled);
                }

                writer.WriteEndObject();
                break;
            case List<object?> items:
                writer.WriteStartArray();
                items.ForEach(item => Write(writer, item, shuffled));
                writer.WriteEndArray();
                break;
            case Raw raw:
                writer.WriteRawValue(raw.Text);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private string Name() => $"{Pick("n", "längé", "_x.y-z", "日")}{_names++}";

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private sealed record Raw(string Text);

    private sealed record Missing;
}
