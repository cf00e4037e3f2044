using System.Buffers;

namespace Patterns.Local.Services.Sns.Topics;

internal static class TopicName
{
    private const string FifoSuffix = ".fifo";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <exception cref="AwsException">The name is not one of a topic of this kind.</exception>
    public static void Check(string name, bool isFifo)
    {
        var hasSuffix = name.EndsWith(FifoSuffix, StringComparison.Ordinal);
        var stem = hasSuffix ? name.AsSpan(0, name.Length - FifoSuffix.Length) : name;
        if (stem.IsEmpty || name.Length > SnsLimits.NameLength || stem.ContainsAnyExcept(Allowed) || hasSuffix != isFifo)
        {
            throw SnsErrors.InvalidParameter("Topic Name");
        }
    }
}
