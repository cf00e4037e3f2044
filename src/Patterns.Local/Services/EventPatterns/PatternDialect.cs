namespace Patterns.Local.Services.EventPatterns;

/// <summary>Which operators and limits a service has for patterns.</summary>
internal sealed record PatternDialect
{
    private const PatternOperators SnsOperators = PatternOperators.Prefix | PatternOperators.Suffix
        | PatternOperators.EqualsIgnoreCase | PatternOperators.Wildcard | PatternOperators.AnythingBut
        | PatternOperators.AnythingButPrefix | PatternOperators.AnythingButWildcard | PatternOperators.Numeric
        | PatternOperators.Exists | PatternOperators.Cidr | PatternOperators.Or;

    private const PatternOperators LambdaOperators = PatternOperators.Prefix | PatternOperators.Suffix
        | PatternOperators.EqualsIgnoreCase | PatternOperators.AnythingBut | PatternOperators.AnythingButPrefix
        | PatternOperators.Numeric | PatternOperators.Exists | PatternOperators.Or;

    private const PatternOperators PipesOperators = PatternOperators.All & ~(PatternOperators.AnythingButPrefix
        | PatternOperators.AnythingButSuffix | PatternOperators.AnythingButIgnoreCase
        | PatternOperators.AnythingButWildcard);

    private PatternDialect(string name, PatternOperators operators)
    {
        Name = name;
        Operators = operators;
    }

    /// <summary>Filter policies of topics on message attributes.</summary>
    public static PatternDialect SnsAttributes { get; } = new("SNS message attributes", SnsOperators)
    {
        MaxKeys = 5,
        MaxCombinations = 150,
        MaxBytes = 256 * 1024,
        AllowsNesting = false,
        AllowsEmpty = true,
        WildcardCost = WildcardCosts.Sns,
    };

    /// <summary>Filter policies of topics on the message body.</summary>
    public static PatternDialect SnsBody { get; } = SnsAttributes with
    {
        Name = "SNS message body",
        AllowsNesting = true,
    };

    /// <summary>Filter criteria of a queue's event source mapping; <c>body</c> is the payload.</summary>
    public static PatternDialect LambdaSqs { get; } = Lambda("Lambda filter criteria for SQS", "body");

    /// <summary>Filter criteria of a Kinesis stream's event source mapping; <c>data</c>, decoded, is the payload.</summary>
    public static PatternDialect LambdaKinesis { get; } = Lambda("Lambda filter criteria for Kinesis", "data");

    /// <summary>Filter criteria of a table stream's event source mapping.</summary>
    public static PatternDialect LambdaDynamoDb { get; } = Lambda("Lambda filter criteria for DynamoDB", null);

    /// <summary>Event patterns of rules.</summary>
    public static PatternDialect EventBridge { get; } = new("EventBridge rules", PatternOperators.All)
    {
        MaxBytes = 4096,
        WildcardCost = WildcardCosts.EventBridge,
    };

    /// <summary>Filter criteria of pipes.</summary>
    public static PatternDialect Pipes { get; } = EventBridge with
    {
        Name = "EventBridge Pipes",
        Operators = PipesOperators,
    };

    /// <summary>The name that errors use.</summary>
    public string Name { get; private init; }

    public PatternOperators Operators { get; private init; }

    /// <summary>The most keys at the top of a pattern.</summary>
    public int MaxKeys { get; private init; } = int.MaxValue;

    /// <summary>The most combinations of values: the product over all arrays, each weighted with its depth.</summary>
    public int MaxCombinations { get; private init; } = int.MaxValue;

    /// <summary>The most alternatives that all <c>$or</c> of a pattern multiply to.</summary>
    public int MaxAlternatives { get; private init; } = 1000;

    public int MaxBytes { get; private init; }

    public bool AllowsNesting { get; private init; } = true;

    /// <summary>Whether <c>{}</c> is a pattern; it then matches everything.</summary>
    public bool AllowsEmpty { get; private init; }

    public WildcardCosts WildcardCost { get; private init; } = WildcardCosts.EventBridge;

    /// <summary>The key under which the record carries a payload that must be JSON when the pattern looks inside.</summary>
    public string? PayloadKey { get; private init; }

    public bool Has(PatternOperators wanted) => (Operators & wanted) == wanted;

    private static PatternDialect Lambda(string name, string? payloadKey) => new(name, LambdaOperators)
    {
        MaxBytes = 4096,
        AllowsEmpty = true,
        PayloadKey = payloadKey,
    };
}
