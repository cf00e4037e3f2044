using System.Text.Json;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>The policy that an authorizer returned: what it allows of <c>execute-api:Invoke</c>.</summary>
/// <remarks>Conditions, <c>NotAction</c> and <c>NotResource</c> are not emulated; a policy with them has no form that is taken.</remarks>
internal sealed class InvokePolicy
{
    private const string Action = "execute-api:Invoke";

    private readonly List<(bool Allows, IReadOnlyList<string> Resources)> _statements;

    private InvokePolicy(List<(bool, IReadOnlyList<string>)> statements) => _statements = statements;

    /// <summary>Null for a document of another form.</summary>
    public static InvokePolicy? Read(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("Statement", out var element))
        {
            return null;
        }

        var statements = new List<(bool, IReadOnlyList<string>)>();
        IEnumerable<JsonElement> items = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [element];
        foreach (var item in items)
        {
            if (ReadStatement(item) is not { } statement)
            {
                return null;
            }

            statements.Add(statement);
        }

        return new InvokePolicy(statements);
    }

    /// <summary>True when it allows the method, false when it denies it explicitly, null when it says nothing about it.</summary>
    public bool? Allows(string methodArn)
    {
        bool? verdict = null;
        foreach (var (allows, resources) in _statements)
        {
            if (resources.Any(resource => WildcardText.Matches(resource, methodArn)))
            {
                if (!allows)
                {
                    return false;
                }

                verdict = true;
            }
        }

        return verdict;
    }

    private static (bool Allows, IReadOnlyList<string> Resources)? ReadStatement(JsonElement statement)
    {
        if (statement.ValueKind != JsonValueKind.Object || statement.TryGetProperty("Condition", out _)
            || !statement.TryGetProperty("Effect", out var effect) || effect.ValueKind != JsonValueKind.String || effect.GetString() is not ("Allow" or "Deny")
            || Texts(statement, "Action") is not { } actions || Texts(statement, "Resource") is not { } resources)
        {
            return null;
        }

        var isMeant = actions.Any(action => WildcardText.Matches(action.ToLowerInvariant(), Action.ToLowerInvariant()));
        return (effect.GetString() == "Allow", isMeant ? resources : []);
    }

    private static List<string>? Texts(JsonElement statement, string name)
    {
        if (!statement.TryGetProperty(name, out var value))
        {
            return null;
        }

        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var texts = items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToList();
        return texts.Count == items.Count() ? texts : null;
    }
}
