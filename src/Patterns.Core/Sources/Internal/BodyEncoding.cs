namespace Patterns.Sources.Internal;

internal enum BodyEncoding : byte
{
    /// <summary>The slice is the body.</summary>
    Plain,

    /// <summary>The slice is the inside of a JSON string that holds escapes.</summary>
    Escaped,

    /// <summary>The slice is Base64.</summary>
    Base64,

    /// <summary>The slice is the inside of a JSON string that holds escapes, and Base64 behind them.</summary>
    EscapedBase64,

    /// <summary>The slice is the <c>dynamodb</c> object of a table change.</summary>
    TableChange,
}
