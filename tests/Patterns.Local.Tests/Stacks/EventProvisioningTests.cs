using System.Net.Http.Headers;
using System.Text.Json;
using Patterns.Local.Templates;

namespace Patterns.Local.Tests.Stacks;

public sealed class EventProvisioningTests
{
    private const string Template = """
        Resources:
          Queue: { Type: AWS::SQS::Queue }
          Dead: { Type: AWS::SQS::Queue }
          Bus: { Type: AWS::Events::EventBus, Properties: { Name: orders } }
          Big:
            Type: AWS::Events::Rule
            Properties:
              EventBusName: !Ref Bus
              EventPattern: { source: [shop], detail: { amount: [{ numeric: [">", 100] }] } }
              Targets:
                - Id: queue
                  Arn: !GetAtt Queue.Arn
                  InputTransformer:
                    InputPathsMap: { amount: $.detail.amount }
                    InputTemplate: '{"big": <amount>}'
                  RetryPolicy: { MaximumRetryAttempts: 3 }
                  DeadLetterConfig: { Arn: !GetAtt Dead.Arn }
                - { Id: log, Arn: !Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:l' }
          Nightly:
            Type: AWS::Events::Rule
            Properties:
              ScheduleExpression: cron(0 3 * * ? *)
              Targets: [{ Id: queue, Arn: !GetAtt Queue.Arn, Input: '"nightly"' }]
          Group: { Type: AWS::Scheduler::ScheduleGroup, Properties: { Name: g } }
          Monthly:
            Type: AWS::Scheduler::Schedule
            Properties:
              GroupName: !Ref Group
              ScheduleExpression: cron(0 9 L * ? *)
              ScheduleExpressionTimezone: Europe/Berlin
              FlexibleTimeWindow: { Mode: "OFF" }
              Target: { Arn: !GetAtt Queue.Arn, RoleArn: !GetAtt Role.Arn, Input: monthly }
          Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } }
        Outputs:
          Url: { Value: !Ref Queue }
          Bus: { Value: !GetAtt Bus.Arn }
          Rule: { Value: !Ref Big }
          RuleArn: { Value: !GetAtt Nightly.Arn }
          Schedule: { Value: !GetAtt Monthly.Arn }
        """;

    [Fact]
    public async Task Buses_rules_and_schedules_exist_and_work()
    {
        await using var stack = await TestStack.StartAsync(Template);

        await PutAsync(stack, """{"Entries":[{"EventBusName":"orders","Source":"shop","DetailType":"t","Detail":"{\"amount\":5}"},{"EventBusName":"orders","Source":"shop","DetailType":"t","Detail":"{\"amount\":500}"}]}""");
        Assert.Equal("""{"big":500}""", (await stack.ReceiveAsync(stack.Output("Url"))).Body);
        await TickAsync(stack, "Nightly");
        Assert.Equal("\"nightly\"", (await stack.ReceiveAsync(stack.Output("Url"))).Body);
        await TickAsync(stack, "Monthly");
        Assert.Equal("monthly", (await stack.ReceiveAsync(stack.Output("Url"))).Body);

        Assert.Equal("arn:aws:events:us-east-1:000000000000:event-bus/orders", stack.Output("Bus"));
        Assert.Matches(@"^orders\|test-Big-[A-Z2-7]{12}$", stack.Output("Rule"));
        Assert.Matches("^arn:aws:events:us-east-1:000000000000:rule/test-Nightly-[A-Z2-7]{12}$", stack.Output("RuleArn"));
        Assert.Matches("^arn:aws:scheduler:us-east-1:000000000000:schedule/g/test-Monthly-[A-Z2-7]{12}$", stack.Output("Schedule"));
        Assert.Contains(stack.Console.Notices, notice => notice.EndsWith("has the target arn:aws:logs:us-east-1:000000000000:log-group:l, whose service is not emulated: it gets nothing.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ScheduleExpression: cron(0 0 * * * *)", "template.yaml:5:5: rule 'named' was refused: Parameter ScheduleExpression is not valid. Reason: one of day of month and day of week must be '?'")]
    [InlineData("EventPattern: { source: shop }", "template.yaml:5:5: rule 'named' was refused: Event pattern is not valid. Reason: \"source\" must be an object or an array")]
    [InlineData("State: ENABLED", "template.yaml:2:3: resource 'R' (AWS::Events::Rule) was refused: Parameter(s) EventPattern or ScheduleExpression must be specified")]
    [InlineData("{Targets: [{Id: a, Arn: b}]}", "template.yaml:2:3: resource 'R' (AWS::Events::Rule) was refused: Parameter b is not valid. Reason: Provided Arn is not in correct format")]
    public async Task A_wrong_rule_is_reported_with_its_place(string property, string message)
    {
        var properties = property.StartsWith('{') ? "ScheduleExpression: rate(1 hour)\n    Targets: [{Id: a, Arn: b}]" : property;

        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync($"Resources:\n  R:\n   Type: AWS::Events::Rule\n   Properties:\n    {properties}\n    Name: named\n"));

        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData("rate(5 second)", "", "template.yaml:5:5: schedule 'named' was refused: Invalid Schedule Expression rate(5 second). Reason: 'second' is no unit of a rate; the units are minutes, hours and days")]
    [InlineData("rate(5 minutes)", "ScheduleExpressionTimezone: Mars", "template.yaml:9:5: schedule 'named' was refused: Invalid Schedule Expression Timezone Mars")]
    [InlineData("rate(5 minutes)", "EndDate: '2000-01-01T00:00:00Z'", "template.yaml:2:3: resource 'S' (AWS::Scheduler::Schedule) was refused: The EndDate you specify must come after")]
    public async Task A_wrong_schedule_is_reported_with_its_place(string expression, string other, string message)
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync(
            $"Resources:\n  S:\n   Type: AWS::Scheduler::Schedule\n   Properties:\n    ScheduleExpression: {expression}\n    Name: named\n    FlexibleTimeWindow: {{Mode: 'OFF'}}\n    Target: {{Arn: 'arn:aws:sqs:us-east-1:000000000000:q', RoleArn: r, Input: x}}\n    {other}\n"));

        Assert.StartsWith(message, error.Message);
    }

    private static async Task PutAsync(TestStack stack, string entries)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(entries, new MediaTypeHeaderValue("application/x-amz-json-1.1")) };
        request.Headers.Add("X-Amz-Target", "AWSEvents.PutEvents");
        using var response = await stack.Http.SendAsync(request);
        Assert.Equal(0, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("FailedEntryCount").GetInt32());
    }

    private static async Task TickAsync(TestStack stack, string name)
    {
        using var response = await stack.Http.PostAsync($"/_patterns/schedules/{name}/tick", content: null);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
