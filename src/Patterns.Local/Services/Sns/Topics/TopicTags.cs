namespace Patterns.Local.Services.Sns.Topics;

internal static class TopicTags
{
    private const int KeyLength = 128;
    private const int ValueLength = 256;

    /// <exception cref="AwsException">There are too many tags, or one is too long.</exception>
    public static void Check(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > SnsLimits.TagsPerTopic)
        {
            throw SnsErrors.TagLimit();
        }

        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > KeyLength || value.Length > ValueLength)
            {
                throw SnsErrors.InvalidParameter("Tags", $"a key has 1 to {KeyLength} characters and a value at most {ValueLength}");
            }
        }
    }
}
