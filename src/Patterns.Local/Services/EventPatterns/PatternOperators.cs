namespace Patterns.Local.Services.EventPatterns;

/// <summary>The match expressions of the content-filter language; a service understands a part of them.</summary>
[Flags]
internal enum PatternOperators
{
    None = 0,
    Prefix = 1 << 0,
    Suffix = 1 << 1,
    EqualsIgnoreCase = 1 << 2,
    Wildcard = 1 << 3,
    AnythingBut = 1 << 4,
    Numeric = 1 << 5,
    Exists = 1 << 6,
    Cidr = 1 << 7,
    Or = 1 << 8,

    /// <summary><c>{"prefix":{"equals-ignore-case":"x"}}</c>, and the same with suffix.</summary>
    AffixIgnoreCase = 1 << 9,
    AnythingButPrefix = 1 << 10,
    AnythingButSuffix = 1 << 11,
    AnythingButIgnoreCase = 1 << 12,
    AnythingButWildcard = 1 << 13,

    All = (1 << 14) - 1,
}
