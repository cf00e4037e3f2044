namespace Patterns.Translation.Internal;

/// <summary>What fields of one form must not do to each other.</summary>
internal static class FormRules
{
    public static IEnumerable<string> Mistakes(IReadOnlyList<FormField> fields)
    {
        foreach (var group in fields.GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"'{group.Key}' is declared {group.Count()} times.";
        }

        foreach (var group in fields.GroupBy(field => field.FieldName, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"The field '{group.Key}' is declared {group.Count()} times.";
        }

        foreach (var field in fields)
        {
            if (field.Nulls == NullForm.Nil || !Enum.IsDefined(field.Nulls))
            {
                yield return $"'{field.Name}' is a field, and cannot be nil.";
            }

            if (field.Nulls == NullForm.Absent && (field.IsRepeated || field.IsRequired))
            {
                yield return $"'{field.Name}' is {(field.IsRepeated ? "repeated" : "required")}, so that its null cannot be absent.";
            }
        }
    }
}
