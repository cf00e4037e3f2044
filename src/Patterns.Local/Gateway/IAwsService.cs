using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Gateway;

/// <summary>The wire side of one emulated service; the gateway chooses it by target header, signing scope or path.</summary>
internal interface IAwsService
{
    /// <summary>The name in the credential scope of a signed request, for example <c>sqs</c>.</summary>
    string SigningName { get; }

    /// <summary>The prefix of <c>X-Amz-Target</c>, for example <c>AmazonSQS</c>; null for services without one.</summary>
    string? TargetPrefix { get; }

    /// <summary>Answers the request. An <see cref="Services.AwsException"/> must already be turned into the service's error form.</summary>
    Task HandleAsync(HttpContext http);
}
