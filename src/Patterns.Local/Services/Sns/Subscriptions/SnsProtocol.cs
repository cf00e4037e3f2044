namespace Patterns.Local.Services.Sns.Subscriptions;

/// <summary>The protocols of subscriptions, by the names that requests use.</summary>
internal static class SnsProtocol
{
    public const string Sqs = "sqs";
    public const string Lambda = "lambda";
    public const string Http = "http";
    public const string Https = "https";

    private static readonly HashSet<string> NotEmulated = ["email", "email-json", "sms", "application", "firehose"];

    public static bool IsWeb(string protocol) => protocol is Http or Https;

    /// <exception cref="AwsException">The service, or the runner, does not have the protocol.</exception>
    public static void Check(string? protocol)
    {
        if (protocol is Sqs or Lambda or Http or Https)
        {
            return;
        }

        throw string.IsNullOrEmpty(protocol) ? SnsErrors.Missing("Protocol")
            : NotEmulated.Contains(protocol) ? SnsErrors.NotEmulated($"The protocol {protocol}")
            : SnsErrors.InvalidParameter($"Amazon SNS does not support this protocol string: {protocol}");
    }
}
