namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>The names of the match expressions.</summary>
internal static class MatchExpression
{
    public const string Prefix = "prefix";
    public const string Suffix = "suffix";
    public const string EqualsIgnoreCase = "equals-ignore-case";
    public const string Wildcard = "wildcard";
    public const string AnythingBut = "anything-but";
    public const string Numeric = "numeric";
    public const string Exists = "exists";
    public const string Cidr = "cidr";

    public static readonly string[] Names =
        [Prefix, Suffix, EqualsIgnoreCase, Wildcard, AnythingBut, Numeric, Exists, Cidr];

    public static PatternOperators OperatorOf(string name) => name switch
    {
        Prefix => PatternOperators.Prefix,
        Suffix => PatternOperators.Suffix,
        EqualsIgnoreCase => PatternOperators.EqualsIgnoreCase,
        Wildcard => PatternOperators.Wildcard,
        AnythingBut => PatternOperators.AnythingBut,
        Numeric => PatternOperators.Numeric,
        Exists => PatternOperators.Exists,
        Cidr => PatternOperators.Cidr,
        _ => PatternOperators.None,
    };
}
