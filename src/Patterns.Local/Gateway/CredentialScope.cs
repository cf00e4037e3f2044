namespace Patterns.Local.Gateway;

/// <summary>Reads the service out of a credential, <c>{key}/{date}/{region}/{service}/aws4_request</c>.</summary>
internal static class CredentialScope
{
    private const string Parameter = "Credential=";
    private const string Terminator = "aws4_request";

    /// <summary>The signing name in an <c>Authorization</c> header; empty when it has none.</summary>
    public static ReadOnlySpan<char> ServiceIn(ReadOnlySpan<char> authorization)
    {
        var start = authorization.IndexOf(Parameter, StringComparison.Ordinal);
        if (start < 0)
        {
            return default;
        }

        var credential = authorization[(start + Parameter.Length)..];
        var end = credential.IndexOfAny(',', ' ');
        return ServiceOf(end < 0 ? credential : credential[..end]);
    }

    /// <summary>The signing name in a credential; empty when it is none.</summary>
    public static ReadOnlySpan<char> ServiceOf(ReadOnlySpan<char> credential)
    {
        var slash = credential.LastIndexOf('/');
        if (slash < 0 || !credential[(slash + 1)..].SequenceEqual(Terminator))
        {
            return default;
        }

        var scope = credential[..slash];
        return scope[(scope.LastIndexOf('/') + 1)..];
    }
}
