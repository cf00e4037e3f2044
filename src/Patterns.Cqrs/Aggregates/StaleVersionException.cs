namespace Patterns.Cqrs;

/// <summary>The aggregate has another version than the one that was expected. Nothing was written: read it anew, and decide anew whether to ask.</summary>
public sealed class StaleVersionException : CommandRefusedException
{
    /// <summary>The code of all refusals of this kind.</summary>
    public const string StaleVersion = "stale-version";

    internal StaleVersionException(ViewToken found, string message)
        : base(StaleVersion, message) => Found = found;

    /// <summary>The aggregate, and the version that it had.</summary>
    public ViewToken Found { get; }

    /// <exception cref="StaleVersionException">A version is expected, and it is another one.</exception>
    internal static void ThrowUnless(long? expected, ViewToken found)
    {
        if (expected is { } version && version != found.Version)
        {
            throw new StaleVersionException(found, $"{found.AggregateType} '{found.AggregateId}' has the version {found.Version}; expected was {version}.");
        }
    }
}
