namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What an HTTP API asks a Lambda authorizer, in format 2.0.</summary>
public class APIGatewayCustomAuthorizerV2Request
{
    /// <summary>Always <c>REQUEST</c>.</summary>
    public string Type { get; set; }

    /// <summary>The ARN of the route that is called.</summary>
    public string RouteArn { get; set; }

    /// <summary>The values that identify the caller.</summary>
    public List<string> IdentitySource { get; set; }

    /// <summary>The route that was chosen.</summary>
    public string RouteKey { get; set; }

    /// <summary>The path as sent.</summary>
    public string RawPath { get; set; }

    /// <summary>The query as sent.</summary>
    public string RawQueryString { get; set; }

    /// <summary>The cookies.</summary>
    public List<string> Cookies { get; set; }

    /// <summary>The headers.</summary>
    public Dictionary<string, string> Headers { get; set; }

    /// <summary>The query.</summary>
    public Dictionary<string, string> QueryStringParameters { get; set; }

    /// <summary>The values of the route.</summary>
    public Dictionary<string, string> PathParameters { get; set; }

    /// <summary>The variables of the stage.</summary>
    public Dictionary<string, string> StageVariables { get; set; }

    /// <summary>What API Gateway knows of the request.</summary>
    public APIGatewayHttpApiV2ProxyRequest.ProxyRequestContext RequestContext { get; set; }
}
