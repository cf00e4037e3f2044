namespace Patterns.Outbound;

/// <summary>The codes of failures that do not come from a service.</summary>
public static class SendFailureCodes
{
    /// <summary>The entry is larger than the destination takes; it was not sent.</summary>
    public const string EntryTooLarge = "EntryTooLarge";

    /// <summary>The entry has more attributes than the destination takes; it was not sent.</summary>
    public const string TooManyAttributes = "TooManyAttributes";

    /// <summary>The envelope cannot be written, for example because two attributes have the same name; it was not sent.</summary>
    public const string InvalidEnvelope = "InvalidEnvelope";

    /// <summary>Time ran out before the entry was taken; it may have arrived all the same.</summary>
    public const string Deadline = "Deadline";

    /// <summary>An earlier entry of the same key failed for good, so that sending this one would break the order.</summary>
    public const string Blocked = "Blocked";

    /// <summary>The request failed as a whole; <see cref="SendFailure.Exception"/> says how.</summary>
    public const string RequestFailed = "RequestFailed";
}
