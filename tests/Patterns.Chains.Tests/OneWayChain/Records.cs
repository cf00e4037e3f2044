namespace Patterns.OneWayChain.Tests;

/// <summary>What Lambda tells destinations of an asynchronous invocation.</summary>
internal static class Records
{
    public static string Success(string request, string response) => $$"""
        {"version":"1.0","timestamp":"2026-11-02T10:00:00.000Z",
         "requestContext":{"requestId":"r-1","functionArn":"arn:aws:lambda:eu-west-1:111122223333:function:receive:$LATEST","condition":"Success","approximateInvokeCount":1},
         "requestPayload":{{request}},
         "responseContext":{"statusCode":200,"executedVersion":"$LATEST"},
         "responsePayload":{{response}}}
        """;

    public static string Failure(string request, string condition, string error = """{"errorType":"TimeoutException","errorMessage":"The index does not answer."}""") => $$"""
        {"version":"1.0","timestamp":"2026-11-02T10:00:00.000Z",
         "requestContext":{"requestId":"r-1","functionArn":"arn:aws:lambda:eu-west-1:111122223333:function:index:$LATEST","condition":"{{condition}}","approximateInvokeCount":3},
         "requestPayload":{{request}},
         "responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},
         "responsePayload":{{error}}}
        """;
}
