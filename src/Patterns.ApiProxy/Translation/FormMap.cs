using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Patterns.Translation.Internal;

namespace Patterns.Translation;

/// <summary>Translates flat JSON objects to <c>application/x-www-form-urlencoded</c> and back, by declared fields. Immutable.</summary>
public sealed class FormMap
{
    /// <summary>The content type of a form.</summary>
    public const string ContentType = "application/x-www-form-urlencoded";

    private readonly FormField[] _fields;
    private readonly FrozenDictionary<string, int> _byName;
    private readonly FrozenDictionary<string, int> _byFieldName;
    private readonly TranslationLimits _limits;
    private readonly XmlObject _shape;

    /// <summary>Declares the form.</summary>
    /// <param name="fields">In the order in which they are written; they are read in any order.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <exception cref="OptionsException">Fields are in each other's way, or a limit is out of range.</exception>
    public FormMap(IEnumerable<FormField> fields, TranslationLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _fields = [.. fields];
        _limits = (limits ?? TranslationLimits.Default).Validated();
        var mistakes = FormRules.Mistakes(_fields).ToList();
        if (mistakes.Count > 0)
        {
            throw new OptionsException(nameof(FormMap), mistakes);
        }

        _byName = _fields.Index().ToFrozenDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        _byFieldName = _fields.Index().ToFrozenDictionary(pair => pair.Item.FieldName, pair => pair.Index, StringComparer.Ordinal);
        _shape = XmlShape.Object(_fields.Select(field => XmlMember.Element(field.Name, field.Scalar, System.Xml.XmlConvert.EncodeLocalName(field.Name))));
    }

    /// <summary>Writes a JSON object as a form.</summary>
    /// <exception cref="TranslationException">It is not well-formed, too large, or not of these fields.</exception>
    public byte[] ToForm(ReadOnlyMemory<byte> json)
    {
        using var document = JsonInput.Open(json, _limits);
        var path = new DocumentPath(isXml: false);
        var values = Slots(document.RootElement, path);
        var form = new FormOutput(_limits);
        for (var index = 0; index < _fields.Length; index++)
        {
            path.Enter(_fields[index].Name);
            form.Write(_fields[index], values[index], path);
            path.Leave();
        }

        return form.Finish();
    }

    /// <summary>Reads a form as a JSON object.</summary>
    /// <exception cref="TranslationException">It is too large, not percent-encoded UTF-8, or not of these fields.</exception>
    public byte[] ToJson(ReadOnlyMemory<byte> form)
    {
        var values = new Translated?[_fields.Length];
        foreach (var (name, text) in FormInput.Read(form, _limits))
        {
            var path = new DocumentPath(isXml: true);
            path.Enter(name);
            if (!_byFieldName.TryGetValue(name, out var index))
            {
                throw path.Mismatch("is not declared.");
            }

            Take(_fields[index], text, ref values[index], path);
        }

        for (var index = 0; index < values.Length; index++)
        {
            Complete(_fields[index], ref values[index]);
        }

        return new Translated(_shape, values).ToJson(_limits);
    }

    private JsonElement[] Slots(JsonElement value, DocumentPath path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw path.Mismatch("must be an object.");
        }

        var values = new JsonElement[_fields.Length];
        foreach (var property in value.EnumerateObject())
        {
            if (!_byName.TryGetValue(property.Name, out var index))
            {
                path.Enter(property.Name);
                throw path.Mismatch("is not declared.");
            }

            values[index] = property.Value;
        }

        return values;
    }

    private static void Take(FormField field, string text, ref Translated? value, DocumentPath path)
    {
        var item = field.Nulls == NullForm.Empty && text.Length == 0 ? Translated.Null : field.Scalar.FromText(text, path);
        if (field.IsRepeated)
        {
            (value ??= new Translated([])).Add(item);
        }
        else
        {
            value = value is null ? item : throw path.Mismatch("comes more than once.");
        }
    }

    private static void Complete(FormField field, ref Translated? value)
    {
        if (value is null && field.IsRequired)
        {
            throw new TranslationException(TranslationFault.Mismatch, "/" + field.FieldName, "is missing.");
        }

        value ??= field.IsRepeated ? new Translated([]) : field.Nulls == NullForm.Absent ? Translated.Null : null;
    }
}
