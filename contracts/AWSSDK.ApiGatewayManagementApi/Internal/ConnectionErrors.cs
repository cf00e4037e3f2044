using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime.Internal;

namespace Amazon.ApiGatewayManagementApi.Internal;

/// <summary>Finds the exception type of an error.</summary>
internal static class ConnectionErrors
{
    internal static AmazonApiGatewayManagementApiException Create(ErrorResponse e) => e.Code switch
    {
        "ForbiddenException" => new ForbiddenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "GoneException" => new GoneException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "LimitExceededException" => new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "PayloadTooLargeException" => new PayloadTooLargeException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonApiGatewayManagementApiException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
