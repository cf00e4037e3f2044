using Patterns.Local.HttpApi;
using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Finds the authorizer of a route or a method.</summary>
internal static class RouteAuthorizer
{
    private const string TypeProperty = "AuthorizationType";
    private const string IdProperty = "AuthorizerId";

    /// <summary>Null for one that everybody may use.</summary>
    /// <exception cref="Templates.TemplateException">There is no such authorizer, or its type is not emulated.</exception>
    public static IAuthorizer? Of(HttpApiDefinition api, ResourceProperties properties)
    {
        switch (properties.Text(TypeProperty))
        {
            case null or "NONE":
                return null;
            case "CUSTOM" or "JWT":
                var id = properties.Required(IdProperty);
                return api.FindAuthorizer(id) ?? throw properties.Mistake(IdProperty, $"the API '{api.Name}' has no authorizer '{id}'");
            case var type:
                throw properties.Mistake(TypeProperty, $"'{TypeProperty}' is {type}, which is not emulated yet");
        }
    }
}
