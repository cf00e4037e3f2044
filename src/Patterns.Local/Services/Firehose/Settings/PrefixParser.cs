namespace Patterns.Local.Services.Firehose.Settings;

/// <summary>Splits a prefix into literals and expressions, and refuses expressions that have no place in it.</summary>
internal static class PrefixParser
{
    /// <exception cref="AwsException">The prefix is not well formed.</exception>
    public static List<PrefixPart> Parse(string property, string text, bool isError)
    {
        var parts = new List<PrefixPart>();
        var rest = text;
        while (rest.IndexOf("!{", StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = rest.IndexOf('}', start);
            if (end < 0)
            {
                throw Mistake(property, $"the expression {rest[start..]} has no end");
            }

            AddLiteral(parts, rest[..start]);
            parts.Add(Expression(property, rest[(start + 2)..end], isError));
            rest = rest[(end + 1)..];
        }

        AddLiteral(parts, rest);
        return parts;
    }

    private static void AddLiteral(List<PrefixPart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new PrefixPart("", text));
        }
    }

    private static PrefixPart Expression(string property, string expression, bool isError)
    {
        var colon = expression.IndexOf(':', StringComparison.Ordinal);
        var part = colon < 0 ? new PrefixPart(expression, "") : new PrefixPart(expression[..colon], expression[(colon + 1)..]);
        switch (part.Namespace)
        {
            case PrefixPart.Timestamp:
                DatePattern.Check(property, part.Value);
                return part;
            case PrefixPart.OfFirehose when part.Value == PrefixPart.RandomString || (isError && part.Value == PrefixPart.ErrorType):
            case PrefixPart.FromLambda when !isError && part.Value.Length > 0:
                return part;
            case PrefixPart.FromQuery:
                throw FirehoseErrors.NotEmulated($"{property}: !{{{expression}}}, the extraction of partition keys by a query,");
            default:
                throw Mistake(property, $"the expression !{{{expression}}} has no place in it");
        }
    }

    private static AwsException Mistake(string property, string what) => FirehoseErrors.InvalidArgument($"{property} is not valid: {what}.");
}
