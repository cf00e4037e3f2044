using Amazon.Lambda.Core;
using Fixtures.Bases;

namespace Fixtures.WithCore;

public sealed class InheritedHandler : HandlerBase<string, ILambdaContext>
{
    protected override Task<string> HandleAsync(string input, ILambdaContext context) =>
        Task.FromResult($"{{\"input\":{input},\"requestId\":\"{context.AwsRequestId}\"}}");
}
