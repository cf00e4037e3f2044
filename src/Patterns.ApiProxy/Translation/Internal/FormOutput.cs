using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Patterns.Translation.Internal;

/// <summary>Writes the fields of a form, up to the limit.</summary>
internal sealed class FormOutput(TranslationLimits limits)
{
    private readonly BoundedBuffer _buffer = new(limits.MaxBytes);
    private bool _hasFields;

    public void Write(FormField field, JsonElement value, DocumentPath path)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            if (field.IsRequired)
            {
                throw path.Mismatch("is missing.");
            }
        }
        else if (!field.IsRepeated)
        {
            WriteOne(field, value, path);
        }
        else
        {
            WriteItems(field, value, path);
        }
    }

    public byte[] Finish() => _buffer.ToArray();

    private void WriteItems(FormField field, JsonElement value, DocumentPath path)
    {
        if (value.ValueKind != JsonValueKind.Array || (field.IsRequired && value.GetArrayLength() == 0))
        {
            throw path.Mismatch(field.IsRequired ? "must be an array that is not empty." : "must be an array.");
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            path.Enter(index++);
            WriteOne(field, item, path);
            path.Leave();
        }
    }

    private void WriteOne(FormField field, JsonElement value, DocumentPath path)
    {
        var isNull = value.ValueKind == JsonValueKind.Null;
        if (isNull && field.Nulls == NullForm.Refused)
        {
            throw path.Mismatch("must not be null.");
        }

        if (isNull && field.Nulls == NullForm.Absent)
        {
            return;
        }

        var text = isNull ? "" : field.Scalar.ToText(value, path);
        if (!isNull && text.Length == 0 && field.Nulls == NullForm.Empty)
        {
            throw path.Mismatch("must not be empty: an empty text stands for null here.");
        }

        var pair = $"{(_hasFields ? "&" : "")}{Encode(field.FieldName)}={Encode(text)}";
        _buffer.Write(Encoding.ASCII.GetBytes(pair));
        _hasFields = true;
    }

    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
