namespace Patterns.Local.Services.Sns;

/// <summary>Checks of ARNs in requests.</summary>
internal static class SnsArn
{
    private const int Elements = 6;

    /// <summary>The ARN, once it has the shape of one.</summary>
    /// <exception cref="AwsException">It is missing or no ARN.</exception>
    public static string Checked(string? arn, string parameter)
    {
        if (string.IsNullOrEmpty(arn))
        {
            throw SnsErrors.Missing(parameter);
        }

        var elements = arn.AsSpan().Count(':') + 1;
        return elements >= Elements
            ? arn
            : throw SnsErrors.InvalidParameter(parameter, $"An ARN must have at least {Elements} elements, not {elements}");
    }

    public static bool IsOf(string arn, string service)
    {
        var parts = arn.Split(':', Elements);
        return parts.Length == Elements && parts[0] == "arn" && parts[2] == service && parts[5].Length > 0;
    }

    public static bool IsFifo(string arnOrName) => arnOrName.EndsWith(".fifo", StringComparison.Ordinal);
}
