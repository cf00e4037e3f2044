namespace Patterns.Local.Stacks.Provisioning.WebSockets;

/// <summary>The address of a function as API Gateway has it: the ARN itself, or a path with the ARN inside.</summary>
internal static class FunctionUri
{
    private const string PathMarker = "/functions/";
    private const string PathEnd = "/invocations";

    public static string ArnIn(string uri)
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
