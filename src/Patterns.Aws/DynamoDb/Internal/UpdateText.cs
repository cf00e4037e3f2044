using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Writes updates as update expressions.</summary>
internal sealed class UpdateText(Placeholders placeholders, DynamoDbTableOptions names)
{
    /// <summary>The expression; null for an update that changes nothing.</summary>
    public string? Of(TableUpdate update)
    {
        string[] clauses =
        [
            Clause("SET", [.. update.Actions.Select(SetOf).OfType<string>(), .. ExpiryOf(update)]),
            Clause("REMOVE", Select(update, TableActionKind.Remove)),
            Clause("ADD", [.. Select(update, TableActionKind.Add), .. Select(update, TableActionKind.AddToSet)]),
            Clause("DELETE", Select(update, TableActionKind.RemoveFromSet)),
        ];
        var expression = string.Join(' ', clauses.Where(clause => clause.Length > 0));
        return expression.Length > 0 ? expression : null;
    }

    private static string Clause(string word, List<string> actions) => actions.Count == 0 ? "" : $"{word} {string.Join(", ", actions)}";

    private string? SetOf(TableAction action) => action.Kind switch
    {
        TableActionKind.Set => $"{placeholders.Name(action.Attribute)} = {placeholders.Value(action.Value!)}",
        TableActionKind.SetIfMissing => $"{placeholders.Name(action.Attribute)} = if_not_exists({placeholders.Name(action.Attribute)}, {placeholders.Value(action.Value!)})",
        _ => null,
    };

    private IEnumerable<string> ExpiryOf(TableUpdate update) => update.ExpiresAt is { } moment
        ? [$"{placeholders.Name(names.ExpiresAtName)} = {placeholders.Value(moment.ToUnixTimeSeconds())}"]
        : [];

    private List<string> Select(TableUpdate update, TableActionKind kind) =>
    [
        .. update.Actions.Where(action => action.Kind == kind).Select(action => action.Value is { } value
            ? $"{placeholders.Name(action.Attribute)} {placeholders.Value(value)}"
            : placeholders.Name(action.Attribute)),
    ];
}
