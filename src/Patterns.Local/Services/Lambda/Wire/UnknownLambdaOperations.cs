namespace Patterns.Local.Services.Lambda.Wire;

/// <summary>The names of operations that are not emulated, so that their refusal can name them.</summary>
internal static class UnknownLambdaOperations
{
    public static string? Name(string method, string[] parts) => (method, parts) switch
    {
        ("POST", [_, "functions"]) => "CreateFunction",
        ("DELETE", [_, "functions", _]) => "DeleteFunction",
        ("PUT", [_, "functions", _, "code"]) => "UpdateFunctionCode",
        ("PUT", [_, "functions", _, "configuration"]) => "UpdateFunctionConfiguration",
        ("POST", [_, "functions", _, "invoke-async"]) => "InvokeAsync",
        ("POST", [_, "functions", _, "response-streaming-invocations"]) => "InvokeWithResponseStream",
        ("POST", [_, "functions", _, "versions"]) => "PublishVersion",
        ("GET", [_, "functions", _, "versions"]) => "ListVersionsByFunction",
        ("POST", [_, "functions", _, "aliases"]) => "CreateAlias",
        ("GET", [_, "functions", _, "aliases"]) => "ListAliases",
        ("GET", [_, "functions", _, "aliases", _]) => "GetAlias",
        ("PUT", [_, "functions", _, "aliases", _]) => "UpdateAlias",
        ("DELETE", [_, "functions", _, "aliases", _]) => "DeleteAlias",
        ("POST", [_, "functions", _, "policy"]) => "AddPermission",
        ("GET", [_, "functions", _, "policy"]) => "GetPolicy",
        ("DELETE", [_, "functions", _, "policy", _]) => "RemovePermission",
        ("POST", [_, "functions", _, "url"]) => "CreateFunctionUrlConfig",
        ("GET", [_, "functions", _, "url"]) => "GetFunctionUrlConfig",
        ("PUT", [_, "functions", _, "provisioned-concurrency"]) => "PutProvisionedConcurrencyConfig",
        ("GET", [_, "functions", _, "provisioned-concurrency"]) => "GetProvisionedConcurrencyConfig",
        ("GET", [_, "account-settings"]) => "GetAccountSettings",
        ("GET", [_, "layers"]) => "ListLayers",
        ("GET", [_, "tags", _]) => "ListTags",
        ("POST", [_, "tags", _]) => "TagResource",
        ("DELETE", [_, "tags", _]) => "UntagResource",
        _ => null,
    };
}
