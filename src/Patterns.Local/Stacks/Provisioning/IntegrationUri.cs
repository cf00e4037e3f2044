using Patterns.Local.Services.Lambda;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Finds the function that an integration or an authorizer calls.</summary>
internal static class IntegrationUri
{
    private const string PathMarker = "/functions/";
    private const string PathEnd = "/invocations";

    /// <param name="uri">Either the function's ARN itself, or the path that API Gateway has for it.</param>
    /// <param name="lambda">The functions of the account.</param>
    /// <returns>The function's plain name.</returns>
    /// <exception cref="Services.AwsException">There is no such function.</exception>
    public static string FunctionName(string uri, LambdaService lambda) => lambda.Functions.Find(ArnIn(uri)).Name;

    private static string ArnIn(string uri)
    {
        var marker = uri.IndexOf(PathMarker, StringComparison.Ordinal);
        if (marker < 0)
        {
            return uri;
        }

        var arn = uri[(marker + PathMarker.Length)..];
        return arn.EndsWith(PathEnd, StringComparison.Ordinal) ? arn[..^PathEnd.Length] : arn;
    }
}
