using Patterns.Local.HttpApi;
using Patterns.Local.Services;

namespace Patterns.Local.Stacks;

/// <summary>The addresses that templates give to HTTP APIs, and where they are served here.</summary>
internal sealed class ApiUrls(AwsEnvironment aws, HttpApiService apis)
{
    /// <summary>The address as AWS has it.</summary>
    public string OnAws(string apiId) => $"https://{apiId}.execute-api.{aws.Region}.amazonaws.com";

    /// <summary>The text with every address of an API of this account replaced by its local one.</summary>
    public string ToLocal(string text)
    {
        if (!text.Contains(".execute-api.", StringComparison.Ordinal))
        {
            return text;
        }

        foreach (var api in apis.All)
        {
            text = text.Replace(OnAws(api.Id), ApiAddress.LocalUrl(aws.Endpoint, api.Id), StringComparison.Ordinal);
        }

        return text;
    }
}
