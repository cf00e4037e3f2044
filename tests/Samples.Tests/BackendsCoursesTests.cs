using System.Text;
using Backends.Functions;
using Patterns.Backends;
using Patterns.Testing;

namespace Samples.Tests;

public sealed class BackendsCoursesTests
{
    [Theory]
    [InlineData(10, 3, 30)]
    [InlineData(10, null, 0)]
    [InlineData(0, 0, null)]
    public void The_app_says_how_far_one_is_unless_there_is_no_lesson(int lessons, int? done, int? percent)
    {
        var progress = new DoneList(done is { } count ? [new Done("c1", count)] : []);

        Assert.Equal(new MobileCourse("c1", "Queues", percent), MobileCourse.Of(new Course("c1", "Queues", "", lessons), progress));
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(0, 422)]
    [InlineData(-1, 422)]
    public async Task The_catalogue_takes_no_course_without_a_lesson(int lessons, int status)
    {
        var request = $$$"""
            {
              "version": "2.0", "rawPath": "/v1/courses", "rawQueryString": "", "headers": { "content-type": "application/json" },
              "requestContext": { "http": { "method": "PUT", "path": "/v1/courses" }, "requestId": "r-1", "stage": "$default", "authorizer": { "lambda": { "sub": "ann" } } },
              "body": "{\"id\":\"c1\",\"title\":\"Queues\",\"summary\":\"\",\"lessons\":{{{lessons}}}}", "isBase64Encoded": false
            }
            """;

        using var reply = new StreamReader(await new CatalogueOf(new InMemoryTable()).FunctionHandler(new MemoryStream(Encoding.UTF8.GetBytes(request)), new FakeLambdaContext()));

        Assert.StartsWith($$"""{"statusCode":{{status}},""", await reply.ReadToEndAsync());
    }

    private sealed class CatalogueOf(InMemoryTable table) : BackendHandler(Catalogue.Define(table));
}
