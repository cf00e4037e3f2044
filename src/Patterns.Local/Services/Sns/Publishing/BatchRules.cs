using System.Buffers;

namespace Patterns.Local.Services.Sns.Publishing;

/// <summary>What the service demands of a batch as a whole.</summary>
internal static class BatchRules
{
    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <exception cref="AwsException">The batch breaks a rule; none of its entries is published.</exception>
    public static void Check(IReadOnlyList<PublishBatchEntry> entries)
    {
        if (entries.Count == 0)
        {
            throw SnsErrors.EmptyBatch();
        }

        if (entries.Count > SnsLimits.BatchEntries)
        {
            throw SnsErrors.TooManyEntries();
        }

        CheckIds(entries);
        if (entries.Sum(entry => PublishRules.SizeOf(entry.Input)) > SnsLimits.MessageBytes)
        {
            throw SnsErrors.BatchTooLong();
        }
    }

    private static void CheckIds(IReadOnlyList<PublishBatchEntry> entries)
    {
        var seen = new HashSet<string>();
        foreach (var id in entries.Select(entry => entry.Id))
        {
            if (id.Length > SnsLimits.EntryIdLength)
            {
                throw SnsErrors.InvalidEntryId("is too long", id);
            }

            if (id.Length == 0 || id.AsSpan().ContainsAnyExcept(IdCharacters))
            {
                throw SnsErrors.InvalidEntryId("contains an impermissible character", id);
            }

            if (!seen.Add(id))
            {
                throw SnsErrors.EntryIdsNotDistinct();
            }
        }
    }
}
