using Patterns.Local.HttpApi;
using Patterns.Local.Services;

namespace Patterns.Local.Stacks;

/// <summary>The addresses that templates give to APIs and function URLs, and where they are served here.</summary>
internal sealed class ApiUrls(AwsEnvironment aws, HttpApiService apis)
{
    /// <summary>The address as AWS has it.</summary>
    public string OnAws(HttpApiDefinition api) => $"https://{ApiAddress.DomainOnAws(api, aws.Region)}";

    /// <summary>The text with every address of an API of this account replaced by its local one.</summary>
    public string ToLocal(string text)
    {
        if (!text.Contains(".execute-api.", StringComparison.Ordinal) && !text.Contains(".lambda-url.", StringComparison.Ordinal))
        {
            return text;
        }

        foreach (var api in apis.All)
        {
            text = text.Replace(OnAws(api), ApiAddress.LocalUrl(aws.Endpoint, api.Id), StringComparison.Ordinal);
        }

        return text;
    }
}
