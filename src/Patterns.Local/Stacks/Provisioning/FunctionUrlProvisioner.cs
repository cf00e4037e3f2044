using Patterns.Local.HttpApi;
using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes the URL of a function, which is an API with one route.</summary>
internal sealed class FunctionUrlProvisioner(EmulatedAccount account, ApiUrls urls, PhysicalNames names) : IResourceProvisioner
{
    public string Type => "AWS::Lambda::Url";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        if (properties.Text("InvokeMode") is { } mode and not "BUFFERED")
        {
            throw properties.Mistake("InvokeMode", $"the invoke mode {mode} is not emulated yet, only BUFFERED is");
        }

        var function = account.Lambda.Functions.Find(properties.Required("TargetFunctionArn"));
        var id = names.IdFor(resource.LogicalId);
        var api = new HttpApiDefinition(id, function.Name, CorsSettings.Read(properties.Map("Cors"))) { Kind = ApiKind.FunctionUrl };
        api.Add(new HttpApiStage(HttpApiStage.DefaultName, new Dictionary<string, string>()));
        var route = new ApiRoute(RouteKey.Parse(RouteKey.Default), new HttpApiIntegration(id, function.Name))
        {
            Authorizer = Authorizer(properties),
        };
        api.Routes.TryAdd(route);
        account.Apis.Add(api);
        var url = $"{urls.OnAws(api)}/";
        var arn = properties.Required("TargetFunctionArn");
        return Task.FromResult(new ProvisionedResource(arn)
        {
            Name = urls.ToLocal(url),
            Trigger = route.Trigger,
            Attributes = new Dictionary<string, string> { ["FunctionUrl"] = url, ["FunctionArn"] = arn },
        });
    }

    private SignedCaller? Authorizer(ResourceProperties properties) => properties.Required("AuthType") switch
    {
        "NONE" => null,
        "AWS_IAM" => new SignedCaller(account.Aws),
        var other => throw properties.Mistake("AuthType", $"there is no 'AuthType' {other}", "take NONE or AWS_IAM"),
    };
}
