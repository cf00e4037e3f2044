using System.Net;
using System.Text;
using System.Text.Json;
using Patterns.Local.Tests.Stacks;

namespace Patterns.Local.Tests.Services.Scheduler;

public sealed class SchedulerEndpointTests
{
    private const string Schedule = """{"ScheduleExpression":"at(2100-01-01T00:00:00)","ScheduleExpressionTimezone":"Europe/Berlin","FlexibleTimeWindow":{"Mode":"FLEXIBLE","MaximumWindowInMinutes":5},"Target":{"Arn":"arn:aws:sqs:us-east-1:000000000000:q","RoleArn":"r","Input":"hello"},"GroupName":"g","Description":"d","StartDate":1800000000,"ClientToken":"c"}""";

    [Fact]
    public async Task Schedules_and_groups_live_through_the_api()
    {
        await using var stack = await TestStack.StartAsync();

        Assert.Equal("""{"ScheduleGroupArn":"arn:aws:scheduler:us-east-1:000000000000:schedule-group/g"}""", (await SendAsync(stack, HttpMethod.Post, "/schedule-groups/g", "{}")).GetRawText());
        Assert.Equal("""{"ScheduleArn":"arn:aws:scheduler:us-east-1:000000000000:schedule/g/s"}""", (await SendAsync(stack, HttpMethod.Post, "/schedules/s", Schedule)).GetRawText());

        var schedule = await SendAsync(stack, HttpMethod.Get, "/schedules/s?groupName=g");
        Assert.Equal("at(2100-01-01T00:00:00)", schedule.GetProperty("ScheduleExpression").GetString());
        Assert.Equal("Europe/Berlin", schedule.GetProperty("ScheduleExpressionTimezone").GetString());
        Assert.Equal("""{"Mode":"FLEXIBLE","MaximumWindowInMinutes":5}""", schedule.GetProperty("FlexibleTimeWindow").GetRawText());
        Assert.Equal(1_800_000_000, schedule.GetProperty("StartDate").GetDouble());
        Assert.Equal("hello", schedule.GetProperty("Target").GetProperty("Input").GetString());
        Assert.Equal(("ENABLED", "NONE", "g"), (schedule.GetProperty("State").GetString(), schedule.GetProperty("ActionAfterCompletion").GetString(), schedule.GetProperty("GroupName").GetString()));

        await SendAsync(stack, HttpMethod.Put, "/schedules/s", Schedule.Replace("\"Description\"", "\"State\":\"DISABLED\",\"Description\"", StringComparison.Ordinal));
        var listed = Assert.Single((await SendAsync(stack, HttpMethod.Get, "/schedules?ScheduleGroup=g&State=DISABLED")).GetProperty("Schedules").EnumerateArray());
        Assert.Equal(("s", "arn:aws:sqs:us-east-1:000000000000:q"), (listed.GetProperty("Name").GetString(), listed.GetProperty("Target").GetProperty("Arn").GetString()));
        Assert.Equal(["default", "g"], (await SendAsync(stack, HttpMethod.Get, "/schedule-groups")).GetProperty("ScheduleGroups").EnumerateArray().Select(group => group.GetProperty("Name").GetString()));
        Assert.Equal("ACTIVE", (await SendAsync(stack, HttpMethod.Get, "/schedule-groups/g")).GetProperty("State").GetString());
        await SendAsync(stack, HttpMethod.Delete, "/schedules/s?groupName=g&clientToken=c");
        Assert.Empty((await SendAsync(stack, HttpMethod.Get, "/schedules")).GetProperty("Schedules").EnumerateArray());
        await SendAsync(stack, HttpMethod.Delete, "/schedule-groups/g");
    }

    [Theory]
    [InlineData("GET", "/schedules/none", "", HttpStatusCode.NotFound, "ResourceNotFoundException", "Schedule none does not exist.")]
    [InlineData("GET", "/schedule-groups/none", "", HttpStatusCode.NotFound, "ResourceNotFoundException", "Schedule group none does not exist.")]
    [InlineData("POST", "/schedule-groups/default", "{}", HttpStatusCode.Conflict, "ConflictException", "Schedule group default already exists.")]
    [InlineData("POST", "/schedules/s", "{}", HttpStatusCode.BadRequest, "ValidationException", "1 validation error detected: Value null at 'scheduleExpression' failed to satisfy constraint: Member must not be null")]
    [InlineData("POST", "/schedules/s", "{", HttpStatusCode.BadRequest, "SerializationException", "The request body is no JSON")]
    [InlineData("GET", "/tags/arn", "", HttpStatusCode.BadRequest, "UnknownOperationException", "The operation ListTagsForResource of scheduler is not emulated here")]
    public async Task Errors_have_the_form_and_words_of_the_service(string method, string path, string body, HttpStatusCode status, string code, string message)
    {
        await using var stack = await TestStack.StartAsync();

        using var response = await RequestAsync(stack, new HttpMethod(method), path, body);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, Assert.Single(response.Headers.GetValues("x-amzn-ErrorType")));
        Assert.StartsWith(message, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("Message").GetString());
    }

    [Fact]
    public async Task A_schedule_is_run_at_once_by_name()
    {
        await using var stack = await TestStack.StartAsync();
        var url = (await stack.Sqs.CreateQueueAsync("q")).QueueUrl;
        await SendAsync(stack, HttpMethod.Post, "/schedules/s", Schedule.Replace("\"GroupName\":\"g\",", "", StringComparison.Ordinal));

        var due = (await stack.GetJsonAsync("/_patterns/schedules")).GetProperty("schedules")[0];
        using var ticked = await stack.Http.PostAsync("/_patterns/schedules/s/tick", content: null);
        using var unknown = await stack.Http.PostAsync("/_patterns/schedules/t/tick", content: null);

        Assert.Equal(("s", "2099-12-31T23:00:00+00:00"), (due.GetProperty("name").GetString(), due.GetProperty("due").GetString()));
        Assert.Equal("hello", (await stack.ReceiveAsync(url)).Body);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("""{"message":"There is no schedule \u0027t\u0027; there are s."}""", await unknown.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> SendAsync(TestStack stack, HttpMethod method, string path, string body = "")
    {
        using var response = await RequestAsync(stack, method, path, body);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, answer);
        return JsonElement.Parse(answer);
    }

    private static async Task<HttpResponseMessage> RequestAsync(TestStack stack, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/scheduler/aws4_request, SignedHeaders=host, Signature=0");
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await stack.Http.SendAsync(request);
    }
}
