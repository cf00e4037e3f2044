using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Reads the tags of a table.</summary>
internal static class TagReader
{
    /// <exception cref="AwsException">There are too many, or one has no key.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(JsonInput input, bool isRequired)
    {
        var tags = input.Objects("Tags") ?? (isRequired ? throw DynamoDbErrors.NullMember("tags") : []);
        return tags.Count <= DynamoDbLimits.Tags
            ? [.. tags.Select(Read)]
            : throw DynamoDbErrors.Validation($"Too many tags specified: at most {DynamoDbLimits.Tags} per resource");
    }

    private static KeyValuePair<string, string> Read(JsonInput tag) => KeyValuePair.Create(
        tag.Text("Key") is { Length: > 0 } key ? key : throw DynamoDbErrors.NullMember("tags.1.member.key"),
        tag.Text("Value") ?? throw DynamoDbErrors.NullMember("tags.1.member.value"));
}
