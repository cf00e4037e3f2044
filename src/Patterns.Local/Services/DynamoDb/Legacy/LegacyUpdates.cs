using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Legacy;

/// <summary>Writes changes of attributes as an update expression with the same meaning.</summary>
internal static class LegacyUpdates
{
    /// <returns>Null where there are no changes.</returns>
    /// <exception cref="AwsException">An action and its value do not fit.</exception>
    public static string? Translate(Dictionary<string, LegacyUpdate> updates, LegacyTerms terms)
    {
        var clauses = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (attribute, update) in updates)
        {
            var (clause, text) = Translate(attribute, update, terms);
            if (!clauses.TryGetValue(clause, out var parts))
            {
                clauses.Add(clause, parts = []);
            }

            parts.Add(text);
        }

        return clauses.Count == 0 ? null : string.Join(' ', clauses.Select(clause => $"{clause.Key} {string.Join(", ", clause.Value)}"));
    }

    private static (string Clause, string Text) Translate(string attribute, LegacyUpdate update, LegacyTerms terms)
    {
        var name = terms.Name(attribute);
        return (update.Action ?? "PUT", update.Value) switch
        {
            ("DELETE", null) => ("REMOVE", name),
            ("PUT" or "ADD", null) => throw DynamoDbErrors.InvalidParameter("Only DELETE action is allowed when no attribute value is specified"),
            ("PUT", { } value) => ("SET", $"{name} = {terms.Value(value)}"),
            ("ADD", ListValue list) => ("SET", $"{name} = list_append(if_not_exists({name}, {terms.Value(new ListValue([]))}), {terms.Value(list)})"),
            ("ADD", { Type: AttributeType.N } or SetValue) => ("ADD", $"{name} {terms.Value(update.Value)}"),
            ("DELETE", SetValue set) => ("DELETE", $"{name} {terms.Value(set)}"),
            ("ADD", { } value) => throw DynamoDbErrors.InvalidParameter($"ADD action is not supported for the type {value.Type}"),
            ("DELETE", { } value) => throw DynamoDbErrors.InvalidParameter($"DELETE action with value is not supported for the type {value.Type}"),
            (var action, _) => throw DynamoDbErrors.NotInSet(action, $"attributeUpdates.{attribute}.member.action", "ADD", "PUT", "DELETE"),
        };
    }
}
