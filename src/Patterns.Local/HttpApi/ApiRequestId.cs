using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Patterns.Local.HttpApi;

/// <summary>What a request is called, in its event and in the headers of the reply.</summary>
/// <param name="Id">In the form of the kind of API.</param>
/// <param name="Extended">The second id of a REST API, which other kinds do not have.</param>
internal readonly record struct ApiRequestId(string Id, string Extended)
{
    public static ApiRequestId New(ApiKind kind) => kind == ApiKind.Http ? new(Short(), "") : new(Guid.NewGuid().ToString(), kind == ApiKind.Rest ? Short() : "");

    public void WriteTo(IHeaderDictionary headers)
    {
        headers[Id.Length == 36 ? "x-amzn-RequestId" : "Apigw-Requestid"] = Id;
        if (Extended.Length > 0)
        {
            headers["x-amz-apigw-id"] = Extended;
        }
    }

    private static string Short() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(11));
}
