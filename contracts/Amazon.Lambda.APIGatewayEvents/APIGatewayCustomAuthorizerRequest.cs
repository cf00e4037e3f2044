namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What a REST or WebSocket API asks a Lambda authorizer.</summary>
public class APIGatewayCustomAuthorizerRequest
{
    /// <summary><c>TOKEN</c> or <c>REQUEST</c>.</summary>
    public string Type { get; set; }

    /// <summary>The token, for token authorizers.</summary>
    public string AuthorizationToken { get; set; }

    /// <summary>The ARN of the method that is called.</summary>
    public string MethodArn { get; set; }

    /// <summary>The request's path.</summary>
    public string Path { get; set; }

    /// <summary>The HTTP method.</summary>
    public string HttpMethod { get; set; }

    /// <summary>The headers.</summary>
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>The query.</summary>
    public IDictionary<string, string> QueryStringParameters { get; set; }

    /// <summary>The values of the path template.</summary>
    public IDictionary<string, string> PathParameters { get; set; }

    /// <summary>The variables of the stage.</summary>
    public IDictionary<string, string> StageVariables { get; set; }

    /// <summary>What API Gateway knows of the request.</summary>
    public APIGatewayProxyRequest.ProxyRequestContext RequestContext { get; set; }
}
