using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>What optimised integrations add to a service's response.</summary>
internal static class ResponseMetadata
{
    private const int Ok = 200;

    /// <summary>The response with <c>SdkHttpMetadata</c> and <c>SdkResponseMetadata</c>.</summary>
    public static ObjectData AddTo(ObjectData response, string? requestId = null, int status = Ok)
    {
        var id = new TextData(requestId ?? RandomId.New().ToString("D"));
        return response
            .With("SdkHttpMetadata", ObjectData.Of(
                ("AllHttpHeaders", ObjectData.Of(("x-amzn-RequestId", new ArrayData([id])))),
                ("HttpHeaders", ObjectData.Of(("x-amzn-RequestId", id))),
                ("HttpStatusCode", new NumberData(status))))
            .With("SdkResponseMetadata", ObjectData.Of(("RequestId", id)));
    }
}
