using System.Text.Json;

namespace Patterns.Http.Internal;

/// <summary>Reads who signed a request. All users of an identity pool sign by one role, whose ARN is nobody's.</summary>
internal static class IamInput
{
    private const string PoolSession = "/CognitoIdentityCredentials";

    private const string Guest = "unauthenticated";

    /// <returns>The identity of a user of an identity pool, the ARN of any other caller; null for guests of a pool, and for one that is not named.</returns>
    public static string? Of(JsonElement context)
    {
        if (context.At("authorizer", "iam") is { ValueKind: JsonValueKind.Object } version2)
        {
            return Of(version2.At("cognitoIdentity", "identityId"), IsGuest(version2.At("cognitoIdentity", "amr")), version2.At("userArn"));
        }

        return Of(context.At("identity", "cognitoIdentityId"), IsGuest(context.At("identity", "cognitoAuthenticationType")), context.At("identity", "userArn"));
    }

    private static string? Of(JsonElement? identity, bool isGuest, JsonElement? arn)
    {
        if (isGuest)
        {
            return null;
        }

        return Text(identity) ?? (Text(arn) is { } caller && !caller.EndsWith(PoolSession, StringComparison.Ordinal) ? caller : null);
    }

    /// <summary>One text, or a list of them, whatever the format of the event.</summary>
    private static bool IsGuest(JsonElement? methods) => methods switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Any(method => Text(method) == Guest),
        _ => Text(methods) == Guest,
    };

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } found ? found : null;
}
