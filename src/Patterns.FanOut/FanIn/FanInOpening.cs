using System.Text;

namespace Patterns.FanIn;

/// <summary>What is known of an aggregate before its parts come. It may also become known after some, or all, have come.</summary>
public sealed class FanInOpening
{
    /// <summary>How many ids <see cref="ExpectedParts"/> may name: 1,000.</summary>
    public const int MaxExpectedParts = 1000;

    // The head has the names, and so has the result where they are missing: both must fit into items.
    private const int MostNameBytes = 131_072;

    /// <summary>How many parts make the aggregate complete; 0 for none at all. Default: null, not known.</summary>
    public int? Expected { get; init; }

    /// <summary>
    /// The ids of the parts that make the aggregate complete, so that a time-out can name the missing ones; at most
    /// <see cref="MaxExpectedParts"/>, and 128 KiB together. Every part writes them anew, so keep them short. Default: null, not known.
    /// </summary>
    public IReadOnlyCollection<string>? ExpectedParts { get; init; }

    /// <summary>
    /// When the aggregate ends at the latest, no later than <see cref="FanInStoreOptions.Timeout"/> from now. Default: null, which
    /// means after that time-out, or for an aggregate that has parts already, as it was.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }

    internal int? Count => ExpectedParts?.Count ?? Expected;

    internal void Validate(DateTimeOffset now, TimeSpan timeout)
    {
        var mistakes = new List<string>();
        if (Expected < 0)
        {
            mistakes.Add($"{nameof(Expected)} must not be negative, but is {Expected}.");
        }

        if (ExpectedParts is { } parts)
        {
            AddMistakes(parts, mistakes);
        }

        if (Deadline > now + timeout)
        {
            mistakes.Add($"{nameof(Deadline)} must not be later than {nameof(FanInStoreOptions.Timeout)} ({timeout}) from now, but is {Deadline:O}.");
        }

        if (mistakes.Count > 0)
        {
            throw new OptionsException(nameof(FanInOpening), mistakes);
        }
    }

    private void AddMistakes(IReadOnlyCollection<string> parts, List<string> mistakes)
    {
        if (parts.Count is 0 or > MaxExpectedParts || parts.Any(string.IsNullOrEmpty) || parts.Distinct(StringComparer.Ordinal).Count() != parts.Count)
        {
            mistakes.Add($"{nameof(ExpectedParts)} must name 1 to {MaxExpectedParts} distinct parts; give larger numbers, and 0, by {nameof(Expected)}.");
        }

        if (parts.Sum(part => Encoding.UTF8.GetByteCount(part ?? "")) is var bytes and > MostNameBytes)
        {
            mistakes.Add($"{nameof(ExpectedParts)} has names of {bytes} bytes together; at most {MostNameBytes} are possible.");
        }

        if (Expected is { } expected && expected != parts.Count)
        {
            mistakes.Add($"{nameof(Expected)} is {expected}, but {nameof(ExpectedParts)} names {parts.Count}; set one of them.");
        }
    }
}
