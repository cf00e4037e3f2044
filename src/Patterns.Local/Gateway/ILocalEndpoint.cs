using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Gateway;

/// <summary>Paths of the runner itself, which no AWS service has.</summary>
internal interface ILocalEndpoint
{
    bool Answers(HttpRequest request);

    Task HandleAsync(HttpContext http);
}
