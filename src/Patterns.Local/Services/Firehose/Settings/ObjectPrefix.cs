using System.Security.Cryptography;
using System.Text;

namespace Patterns.Local.Services.Firehose.Settings;

/// <summary>A prefix with expressions such as <c>!{timestamp:yyyy/MM/dd}</c>.</summary>
/// <remarks>Source: docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html, November 2026.</remarks>
internal sealed class ObjectPrefix
{
    public const string ErrorOutputType = "processing-failed";

    private const string DefaultTime = "yyyy/MM/dd/HH/";
    private const int RandomLength = 11;

    private readonly List<PrefixPart> _parts;

    private ObjectPrefix(string text, List<PrefixPart> parts)
    {
        Text = text;
        _parts = parts;
    }

    /// <summary>As it was given.</summary>
    public string Text { get; }

    public bool HasExpressions => _parts.Any(part => part.Namespace.Length > 0);

    /// <summary>The names of the partition keys that a function must give.</summary>
    public IEnumerable<string> PartitionKeys => _parts.Where(part => part.Namespace == PrefixPart.FromLambda).Select(part => part.Value);

    /// <summary>The prefix of objects: the hour is added where it names no time.</summary>
    /// <exception cref="AwsException">An expression cannot be used here.</exception>
    public static ObjectPrefix OfObjects(string? text)
    {
        var prefix = new ObjectPrefix(text ?? "", PrefixParser.Parse("Prefix", text ?? "", isError: false));
        if (!prefix._parts.Exists(part => part.Namespace == PrefixPart.Timestamp))
        {
            prefix._parts.Add(new PrefixPart(PrefixPart.Timestamp, DefaultTime));
        }

        return prefix;
    }

    /// <summary>The prefix of failed records: the reason is added where it has no expressions, and the hour too.</summary>
    /// <param name="text">As it was given; null for the prefix of objects, which has no expressions then.</param>
    /// <param name="objects">The prefix of objects as it was given.</param>
    /// <exception cref="AwsException">An expression cannot be used here, or the reason is missing.</exception>
    public static ObjectPrefix OfErrors(string? text, string? objects)
    {
        var parts = PrefixParser.Parse("ErrorOutputPrefix", text ?? objects ?? "", isError: true);
        if (!parts.Exists(part => part.Namespace.Length > 0))
        {
            parts.Add(new PrefixPart("", ErrorOutputType + "/"));
            parts.Add(new PrefixPart(PrefixPart.Timestamp, DefaultTime));
        }
        else if (!parts.Exists(part => part is { Namespace: PrefixPart.OfFirehose, Value: PrefixPart.ErrorType }))
        {
            throw FirehoseErrors.InvalidArgument("ErrorOutputPrefix has expressions and must then have !{firehose:error-output-type} too.");
        }

        return new ObjectPrefix(text ?? "", parts);
    }

    /// <param name="time">When the oldest record of the object arrived.</param>
    /// <param name="partitionKeys">The values of the partition keys; all that the prefix names.</param>
    public string Evaluate(DateTimeOffset time, IReadOnlyDictionary<string, string> partitionKeys)
    {
        var key = new StringBuilder();
        foreach (var part in _parts)
        {
            key.Append(part.Namespace switch
            {
                PrefixPart.Timestamp => DatePattern.Format(part.Value, time),
                PrefixPart.FromLambda => partitionKeys[part.Value],
                PrefixPart.OfFirehose => part.Value == PrefixPart.ErrorType ? ErrorOutputType : Random(),
                _ => part.Value,
            });
        }

        return key.ToString();
    }

    private static string Random() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", RandomLength);
}
