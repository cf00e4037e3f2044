namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>A request to an HTTP API or a function URL, in format 2.0.</summary>
public class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>The version of this format.</summary>
    public string Version { get; set; }

    /// <summary>The route that was chosen.</summary>
    public string RouteKey { get; set; }

    /// <summary>The path as sent.</summary>
    public string RawPath { get; set; }

    /// <summary>The query as sent.</summary>
    public string RawQueryString { get; set; }

    /// <summary>The cookies, or null.</summary>
    public string[] Cookies { get; set; }

    /// <summary>The headers in lower case; several values are joined by commas.</summary>
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>The query; several values are joined by commas. Null without query.</summary>
    public IDictionary<string, string> QueryStringParameters { get; set; }

    /// <summary>What API Gateway knows of the request.</summary>
    public ProxyRequestContext RequestContext { get; set; }

    /// <summary>The body, or null.</summary>
    public string Body { get; set; }

    /// <summary>The values of the route, or null.</summary>
    public IDictionary<string, string> PathParameters { get; set; }

    /// <summary>Whether the body is base64 of binary data.</summary>
    public bool IsBase64Encoded { get; set; }

    /// <summary>The variables of the stage, or null.</summary>
    public IDictionary<string, string> StageVariables { get; set; }

    /// <summary>What API Gateway knows of the request.</summary>
    public class ProxyRequestContext
    {
        /// <summary>The API's account.</summary>
        public string AccountId { get; set; }

        /// <summary>The API's id.</summary>
        public string ApiId { get; set; }

        /// <summary>What the authorizer found.</summary>
        public AuthorizerDescription Authorizer { get; set; }

        /// <summary>The domain that was called.</summary>
        public string DomainName { get; set; }

        /// <summary>The first label of the domain.</summary>
        public string DomainPrefix { get; set; }

        /// <summary>The HTTP request.</summary>
        public HttpDescription Http { get; set; }

        /// <summary>The request's id.</summary>
        public string RequestId { get; set; }

        /// <summary>The route's id.</summary>
        public string RouteId { get; set; }

        /// <summary>The route that was chosen.</summary>
        public string RouteKey { get; set; }

        /// <summary>The stage.</summary>
        public string Stage { get; set; }

        /// <summary>When the request came, in the common log format.</summary>
        public string Time { get; set; }

        /// <summary>When the request came, in epoch milliseconds.</summary>
        public long TimeEpoch { get; set; }

        /// <summary>How the caller proved itself, with mutual TLS.</summary>
        public ProxyRequestAuthentication Authentication { get; set; }
    }

    /// <summary>How the caller proved itself.</summary>
    public class ProxyRequestAuthentication
    {
        /// <summary>The caller's certificate.</summary>
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

    /// <summary>The HTTP request.</summary>
    public class HttpDescription
    {
        /// <summary>The method.</summary>
        public string Method { get; set; }

        /// <summary>The path.</summary>
        public string Path { get; set; }

        /// <summary>The protocol.</summary>
        public string Protocol { get; set; }

        /// <summary>The caller's address.</summary>
        public string SourceIp { get; set; }

        /// <summary>The caller's user agent.</summary>
        public string UserAgent { get; set; }
    }

    /// <summary>What the authorizer found.</summary>
    public class AuthorizerDescription
    {
        /// <summary>With a JWT authorizer.</summary>
        public JwtDescription Jwt { get; set; }

        /// <summary>What a Lambda authorizer returned.</summary>
        public IDictionary<string, object> Lambda { get; set; }

        /// <summary>With IAM authorization.</summary>
        public IAMDescription IAM { get; set; }

        /// <summary>A caller known to IAM.</summary>
        public class IAMDescription
        {
            /// <summary>The caller's access key.</summary>
            public string AccessKey { get; set; }

            /// <summary>The caller's account.</summary>
            public string AccountId { get; set; }

            /// <summary>The caller's principal id.</summary>
            public string CallerId { get; set; }

            /// <summary>The Cognito identity, or null.</summary>
            public CognitoIdentityDescription CognitoIdentity { get; set; }

            /// <summary>The caller's organization.</summary>
            public string PrincipalOrgId { get; set; }

            /// <summary>The caller's ARN.</summary>
            public string UserARN { get; set; }

            /// <summary>The caller's user id.</summary>
            public string UserId { get; set; }
        }

        /// <summary>A Cognito identity.</summary>
        public class CognitoIdentityDescription
        {
            /// <summary>The methods of authentication.</summary>
            public IList<string> AMR { get; set; }

            /// <summary>The identity.</summary>
            public string IdentityId { get; set; }

            /// <summary>The pool of the identity.</summary>
            public string IdentityPoolId { get; set; }
        }

        /// <summary>A validated token.</summary>
        public class JwtDescription
        {
            /// <summary>The claims.</summary>
            public IDictionary<string, string> Claims { get; set; }

            /// <summary>The scopes of the route that the token has.</summary>
            public string[] Scopes { get; set; }
        }
    }
}
