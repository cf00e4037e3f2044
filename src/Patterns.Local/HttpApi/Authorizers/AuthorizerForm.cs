namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>What a Lambda authorizer is asked with, and what it answers.</summary>
internal enum AuthorizerForm
{
    /// <summary>A REST API's token; a policy.</summary>
    RestToken,

    /// <summary>A REST API's request; a policy.</summary>
    RestRequest,

    /// <summary>Format 1.0 of an HTTP API; a policy.</summary>
    HttpV1,

    /// <summary>Format 2.0 of an HTTP API; a policy.</summary>
    HttpV2Policy,

    /// <summary>Format 2.0 of an HTTP API; whether the caller is authorized.</summary>
    HttpV2Simple,
}
