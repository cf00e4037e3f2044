namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>A request to a REST API, to an HTTP API in format 1.0, or from a WebSocket API.</summary>
public class APIGatewayProxyRequest
{
    /// <summary>The resource's path template.</summary>
    public string Resource { get; set; }

    /// <summary>The request's path.</summary>
    public string Path { get; set; }

    /// <summary>The HTTP method.</summary>
    public string HttpMethod { get; set; }

    /// <summary>The headers; the last value of each.</summary>
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>The headers with all values.</summary>
    public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }

    /// <summary>The query; the last value of each, or null.</summary>
    public IDictionary<string, string> QueryStringParameters { get; set; }

    /// <summary>The query with all values, or null.</summary>
    public IDictionary<string, IList<string>> MultiValueQueryStringParameters { get; set; }

    /// <summary>The values of the path template, or null.</summary>
    public IDictionary<string, string> PathParameters { get; set; }

    /// <summary>The variables of the stage, or null.</summary>
    public IDictionary<string, string> StageVariables { get; set; }

    /// <summary>What API Gateway knows of the request.</summary>
    public ProxyRequestContext RequestContext { get; set; }

    /// <summary>The body, or null.</summary>
    public string Body { get; set; }

    /// <summary>Whether the body is base64 of binary data.</summary>
    public bool IsBase64Encoded { get; set; }

    /// <summary>What API Gateway knows of the request.</summary>
    public class ProxyRequestContext
    {
        /// <summary>The request's path with the stage.</summary>
        public string Path { get; set; }

        /// <summary>The API's account.</summary>
        public string AccountId { get; set; }

        /// <summary>The resource's id.</summary>
        public string ResourceId { get; set; }

        /// <summary>The stage.</summary>
        public string Stage { get; set; }

        /// <summary>The request's id.</summary>
        public string RequestId { get; set; }

        /// <summary>Who calls.</summary>
        public RequestIdentity Identity { get; set; }

        /// <summary>The resource's path template.</summary>
        public string ResourcePath { get; set; }

        /// <summary>The HTTP method.</summary>
        public string HttpMethod { get; set; }

        /// <summary>The API's id.</summary>
        public string ApiId { get; set; }

        /// <summary>The id of the request or WebSocket message inside API Gateway.</summary>
        public string ExtendedRequestId { get; set; }

        /// <summary>The WebSocket connection.</summary>
        public string ConnectionId { get; set; }

        /// <summary>When the WebSocket connection was made, in epoch milliseconds.</summary>
        public long ConnectedAt { get; set; }

        /// <summary>The domain that was called.</summary>
        public string DomainName { get; set; }

        /// <summary>The first label of the domain.</summary>
        public string DomainPrefix { get; set; }

        /// <summary><c>CONNECT</c>, <c>MESSAGE</c> or <c>DISCONNECT</c> of a WebSocket.</summary>
        public string EventType { get; set; }

        /// <summary>The id of the WebSocket message.</summary>
        public string MessageId { get; set; }

        /// <summary>The route that was chosen.</summary>
        public string RouteKey { get; set; }

        /// <summary>What the authorizer returned.</summary>
        public APIGatewayCustomAuthorizerContext Authorizer { get; set; }

        /// <summary>The operation name of the method.</summary>
        public string OperationName { get; set; }

        /// <summary>Never set by the service.</summary>
        [Obsolete("API Gateway never sets this.")]
        public string Error { get; set; }

        /// <summary>The latency of the integration.</summary>
        public string IntegrationLatency { get; set; }

        /// <summary><c>IN</c> for a WebSocket message from the client.</summary>
        public string MessageDirection { get; set; }

        /// <summary>When the request came, in the common log format.</summary>
        public string RequestTime { get; set; }

        /// <summary>When the request came, in epoch milliseconds.</summary>
        public long RequestTimeEpoch { get; set; }

        /// <summary>The status of the response.</summary>
        public string Status { get; set; }
    }

    /// <summary>Who calls.</summary>
    public class RequestIdentity
    {
        /// <summary>The identity pool.</summary>
        public string CognitoIdentityPoolId { get; set; }

        /// <summary>The caller's account.</summary>
        public string AccountId { get; set; }

        /// <summary>The Cognito identity.</summary>
        public string CognitoIdentityId { get; set; }

        /// <summary>The caller's principal id.</summary>
        public string Caller { get; set; }

        /// <summary>The API key that was sent.</summary>
        public string ApiKey { get; set; }

        /// <summary>The API key's id.</summary>
        public string ApiKeyId { get; set; }

        /// <summary>The caller's access key.</summary>
        public string AccessKey { get; set; }

        /// <summary>The caller's address.</summary>
        public string SourceIp { get; set; }

        /// <summary>Whether the Cognito identity is authenticated.</summary>
        public string CognitoAuthenticationType { get; set; }

        /// <summary>Who authenticated the Cognito identity.</summary>
        public string CognitoAuthenticationProvider { get; set; }

        /// <summary>The caller's ARN.</summary>
        public string UserArn { get; set; }

        /// <summary>The caller's user agent.</summary>
        public string UserAgent { get; set; }

        /// <summary>The caller's user id.</summary>
        public string User { get; set; }

        /// <summary>The caller's certificate, with mutual TLS.</summary>
        public ProxyRequestClientCert ClientCert { get; set; }
    }

    /// <summary>The certificate of a caller that used mutual TLS.</summary>
    public class ProxyRequestClientCert
    {
        /// <summary>The certificate in PEM form.</summary>
        public string ClientCertPem { get; set; }

        /// <summary>The distinguished name of the subject.</summary>
        public string SubjectDN { get; set; }

        /// <summary>The distinguished name of the issuer.</summary>
        public string IssuerDN { get; set; }

        /// <summary>The serial number.</summary>
        public string SerialNumber { get; set; }

        /// <summary>When the certificate is valid.</summary>
        public ClientCertValidity Validity { get; set; }
    }

    /// <summary>When a certificate is valid.</summary>
    public class ClientCertValidity
    {
        /// <summary>The first moment.</summary>
        public string NotBefore { get; set; }

        /// <summary>The last moment.</summary>
        public string NotAfter { get; set; }
    }
}
