namespace Patterns.Local.Services.Firehose.Settings;

/// <summary>A literal, whose namespace is empty, or one expression <c>!{namespace:value}</c>.</summary>
internal sealed record PrefixPart(string Namespace, string Value)
{
    public const string Timestamp = "timestamp";
    public const string OfFirehose = "firehose";
    public const string FromLambda = "partitionKeyFromLambda";
    public const string FromQuery = "partitionKeyFromQuery";
    public const string ErrorType = "error-output-type";
    public const string RandomString = "random-string";
}
