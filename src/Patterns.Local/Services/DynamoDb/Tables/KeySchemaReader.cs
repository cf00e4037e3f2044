using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Reads attribute definitions and the key schemas that name them.</summary>
internal sealed class KeySchemaReader
{
    private readonly IReadOnlyList<KeyAttribute> _definitions;

    public KeySchemaReader(IReadOnlyList<KeyAttribute> definitions) => _definitions = definitions;

    public static IReadOnlyList<KeyAttribute> ReadDefinitions(JsonInput input) =>
        [.. (input.Objects("AttributeDefinitions") ?? []).Select(definition => new KeyAttribute(
            definition.Text("AttributeName") ?? throw DynamoDbErrors.NullMember("attributeDefinitions.1.member.attributeName"),
            ReadType(definition.Text("AttributeType"))))];

    /// <exception cref="AwsException">The schema is none, or names undefined attributes.</exception>
    public KeySchema Read(JsonInput owner, string path)
    {
        var elements = owner.Objects("KeySchema") ?? throw DynamoDbErrors.NullMember(path);
        if (elements.Count is 0 or > 2)
        {
            throw DynamoDbErrors.Constraint(
                $"[{elements.Count} elements]", path, elements.Count == 0 ? "Member must have length greater than or equal to 1" : "Member must have length less than or equal to 2");
        }

        string[] names = [.. elements.Select((element, i) => element.Text("AttributeName") ?? throw DynamoDbErrors.NullMember(FormattableString.Invariant($"{path}.{i + 1}.member.attributeName")))];
        CheckDefined(names);
        CheckTypes(elements, names);
        return new KeySchema(Definition(names[0]), names.Length == 2 ? Definition(names[1]) : null);
    }

    /// <summary>Refuses definitions that no key uses.</summary>
    public void CheckAllUsed(KeySchema table, IReadOnlyList<IndexDefinition> indexes)
    {
        var used = new HashSet<string>(table.Names, StringComparer.Ordinal);
        used.UnionWith(indexes.SelectMany(index => index.Key.Names));
        if (used.Count == _definitions.Count)
        {
            return;
        }

        throw DynamoDbErrors.InvalidParameter(indexes.Count == 0
            ? "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
            : $"Some AttributeDefinitions are not used. AttributeDefinitions: {List(_definitions.Select(definition => definition.Name))}, keys used: {List(used)}");
    }

    private static AttributeType ReadType(string? type) => type switch
    {
        "S" => AttributeType.S,
        "N" => AttributeType.N,
        "B" => AttributeType.B,
        null => throw DynamoDbErrors.NullMember("attributeDefinitions.1.member.attributeType"),
        _ => throw DynamoDbErrors.NotInSet(type, "attributeDefinitions.1.member.attributeType", "B", "N", "S"),
    };

    private static void CheckTypes(IReadOnlyList<JsonInput> elements, string[] names)
    {
        if (names.Length == 2 && names[0] == names[1])
        {
            throw DynamoDbErrors.Validation("Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }

        if (elements[0].Text("KeyType") != "HASH")
        {
            throw DynamoDbErrors.Validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }

        if (elements.Count == 2 && elements[1].Text("KeyType") != "RANGE")
        {
            throw DynamoDbErrors.Validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
    }

    private static string List(IEnumerable<string> names) => $"[{string.Join(", ", names)}]";

    private void CheckDefined(string[] names)
    {
        if (!names.All(name => _definitions.Any(definition => definition.Name == name)))
        {
            throw DynamoDbErrors.InvalidParameter(
                $"Some index key attributes are not defined in AttributeDefinitions. Keys: {List(names)}, AttributeDefinitions: {List(_definitions.Select(definition => definition.Name))}");
        }
    }

    private KeyAttribute Definition(string name) => _definitions.First(definition => definition.Name == name);
}
