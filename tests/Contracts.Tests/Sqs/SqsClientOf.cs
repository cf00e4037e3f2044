using Amazon.SQS;
using Contracts.Tests.Http;

namespace Contracts.Tests.Sqs;

internal static class SqsClientOf
{
    public static AmazonSQSClient Server(CannedServer server) =>
        new("key", "secret", new AmazonSQSConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
}
