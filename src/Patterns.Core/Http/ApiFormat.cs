namespace Patterns.Http;

/// <summary>The form of an API's events, and so of its replies.</summary>
public enum ApiFormat
{
    /// <summary>Format 2.0 of HTTP APIs and function URLs.</summary>
    HttpApi,

    /// <summary>Format 1.0 of HTTP APIs.</summary>
    HttpApiVersion1,

    /// <summary>A REST API's proxy integration.</summary>
    RestApi,
}
