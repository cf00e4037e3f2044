namespace Amazon.Lambda.Core;

/// <summary>The Amazon Cognito identity of a caller.</summary>
public interface ICognitoIdentity
{
    /// <summary>The caller's identity id.</summary>
    string IdentityId { get; }

    /// <summary>The pool that the identity belongs to.</summary>
    string IdentityPoolId { get; }
}
