using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Templates;

namespace Patterns.Local.Tests.Stacks;

/// <summary>State machines of templates.</summary>
public sealed class StateMachineProvisioningTests
{
    [Fact]
    public async Task A_definition_in_the_template_refers_to_resources_and_runs()
    {
        await using var stack = await TestStack.StartAsync("""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Work: { Type: AWS::SQS::Queue }
              Orders:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Tracing: { Enabled: true }
                  Policies: [{ SQSSendMessagePolicy: { QueueName: !GetAtt Work.QueueName } }]
                  DefinitionSubstitutions: { Message: hello }
                  Definition:
                    StartAt: Send
                    States:
                      Send:
                        Type: Task
                        Resource: arn:aws:states:::sqs:sendMessage
                        Parameters: { QueueUrl: !Ref Work, MessageBody: "${Message}" }
                        End: true
            Outputs:
              Arn: { Value: !Ref Orders }
              Same: { Value: !GetAtt Orders.Arn }
              Name: { Value: !GetAtt Orders.Name }
              Queue: { Value: !Ref Work }
            """);

        var execution = stack.Runner.Account.StepFunctions.Executions.Start(new StartRequest(stack.Output("Arn")));

        Assert.Equal(ExecutionStatus.Succeeded, (await execution.Ended).Result.Status);
        Assert.Equal("hello", (await stack.ReceiveAsync(stack.Output("Queue"))).Body);
        Assert.Matches("^test-Orders-[A-Z2-7]{12}$", stack.Output("Name"));
        Assert.Equal((stack.Output("Same"), $"arn:aws:states:us-east-1:000000000000:stateMachine:{stack.Output("Name")}"), (stack.Output("Arn"), stack.Output("Arn")));
    }

    [Fact]
    public async Task A_definition_as_text_has_its_substitutions()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Orders:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  StateMachineName: orders
                  StateMachineType: EXPRESS
                  RoleArn: arn:aws:iam::000000000000:role/r
                  Tags: [{ Key: team, Value: shop }]
                  DefinitionSubstitutions: { Seconds: 0, First: A }
                  DefinitionString: |
                    { "StartAt": "${First}",
                      "States": { "A": { "Type": "Wait", "Seconds": ${Seconds}, "End": true } } }
            """);

        var machine = Assert.Single(stack.Runner.Account.StepFunctions.Machines.All);
        Assert.Equal(("orders", true), (machine.Name, machine.IsExpress));
        Assert.Equal(KeyValuePair.Create("team", "shop"), Assert.Single(machine.Tags.All));
        Assert.Contains("\"Seconds\": 0", machine.Settings.DefinitionText);
    }

    [Fact]
    public async Task The_faults_of_a_definition_are_told_with_their_lines()
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync("""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition:
                    StartAt: Send
                    States:
                      Send:
                        Type: Pass
                        Next: Gone
            """));

        var fault = Assert.Single(error.Diagnostics);
        Assert.Equal("template.yaml:11:13", fault.Location.ToString());
        Assert.StartsWith("the definition of 'Orders' is not valid: ", fault.Message);
        Assert.EndsWith("(at /States/Send/Next)", fault.Message);
    }

    [Fact]
    public async Task A_resource_of_a_definition_that_is_not_emulated_is_refused_with_its_line()
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync("""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition:
                    StartAt: Both
                    States:
                      Both:
                        Type: Parallel
                        End: true
                        Branches:
                          - StartAt: Run
                            States:
                              Run:
                                Type: Task
                                Resource: arn:aws:states:::ecs:runTask
                                End: true
            """));

        Assert.StartsWith("template.yaml:17:21: the definition of 'Orders' is not valid: The resource arn:aws:states:::ecs:runTask is not emulated here", error.Message);
    }

    [Fact]
    public async Task Faults_of_a_definition_as_text_are_told_with_the_lines_of_the_template()
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync("""
            Resources:
              Orders:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  RoleArn: arn:aws:iam::000000000000:role/r
                  DefinitionString: |
                    { "StartAt": "A",
                      "States": { "A": { "Type": "Pass", "Next": "Gone" } } }
            """));

        Assert.Equal(8, Assert.Single(error.Diagnostics).Location.Line);
    }

    [Theory]
    [InlineData("Events: { Tick: { Type: Nonsense } }, Definition: { StartAt: A, States: { A: { Type: Succeed } } }", "template.yaml:5:43: event 'Tick' of state machine 'Orders' has the unknown type 'Nonsense'")]
    [InlineData("Name: orders", "template.yaml:3:3: resource 'Orders' (AWS::Serverless::StateMachine) needs one of the properties 'Definition' and 'DefinitionUri', and has none")]
    [InlineData("DefinitionUri: missing.asl.json", "template.yaml:5:34: 'DefinitionUri' of resource 'Orders' is 'missing.asl.json', and there is no such file")]
    [InlineData("DefinitionUri: s3://bucket/key", "template.yaml:5:34: 'DefinitionUri' of resource 'Orders' is no path on this machine")]
    public async Task A_mistake_is_named_with_its_place(string properties, string message)
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::Serverless::StateMachine
                Properties: { {{properties}} }
            """));

        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData("definition.asl.json", """
        {
          "StartAt": "W",
          "States": { "W": { "Type": "Wait", "Seconds": ${Seconds}, "End": true } }
        }
        """)]
    [InlineData("definition.asl.yaml", """
        StartAt: W
        States:
          W: { Type: Wait, Seconds: ${Seconds}, End: true }
        """)]
    public async Task A_definition_in_a_file_of_its_own_runs(string name, string definition)
    {
        await using var stack = await TestStack.StartAsync(
            $$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::Serverless::StateMachine
                Properties: { Type: EXPRESS, DefinitionUri: {{name}}, DefinitionSubstitutions: { Seconds: 0 } }
            Outputs:
              Arn: { Value: !Ref Orders }
            """,
            (name, definition));

        var execution = stack.Runner.Account.StepFunctions.Executions.Start(new StartRequest(stack.Output("Arn")));

        Assert.Equal(ExecutionStatus.Succeeded, (await execution.Ended).Result.Status);
    }

    [Fact]
    public async Task The_faults_of_a_definition_in_a_file_are_told_with_its_lines()
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::Serverless::StateMachine
                Properties: { DefinitionUri: orders.asl.yaml }
            """,
            ("orders.asl.yaml", """
            StartAt: A
            States:
              A: { Type: Pass, Next: Gone }
            """)));

        Assert.StartsWith("orders.asl.yaml:3:20: the definition of 'Orders' is not valid: ", error.Message);
    }

    [Fact]
    public async Task Events_of_a_state_machine_become_rules_and_schedules_that_start_it()
    {
        await using var stack = await TestStack.StartAsync("""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition: { StartAt: A, States: { A: { Type: Succeed } } }
                  Events:
                    Placed: { Type: EventBridgeRule, Properties: { Pattern: { source: [shop] }, InputPath: $.detail } }
                    Tick: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
                    Timed: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 day), Input: '{}' } }
            """);
        var account = stack.Runner.Account;

        account.Events.Put([new Local.Services.EventBridge.Events.PutEntry { Source = "shop", DetailType = "placed", Detail = """{"n":1}""" }]);

        var machine = Assert.Single(account.StepFunctions.Machines.All);
        await Functions.Eventually.BecomesTrueAsync(() => machine.Executions.LatestFirst(before: null).Any(started => started.Execution.InputText == """{"n":1}"""));
        Assert.Equal(["OrdersPlaced", "OrdersTick", "OrdersTimed"], stack.Runner.Stack.Resources.Where(item => item.Type is "AWS::Events::Rule" or "AWS::Scheduler::Schedule").Select(item => item.LogicalId).Order());
    }

    [Fact]
    public async Task A_message_that_is_delivered_to_a_state_machine_starts_an_execution()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Orders:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  StateMachineName: orders
                  RoleArn: arn:aws:iam::000000000000:role/r
                  Definition: { StartAt: A, States: { A: { Type: Succeed } } }
            """);
        var machine = Assert.Single(stack.Runner.Account.StepFunctions.Machines.All);

        new Local.Stacks.Targets.StateMachineTarget(stack.Runner.Account.StepFunctions).Deliver(machine.Arn, new Local.Services.Delivery("""{"n":1}"""));

        var (_, execution) = Assert.Single(machine.Executions.LatestFirst(before: null));
        Assert.Equal("""{"n":1}""", (await execution.Ended).OutputText);
    }
}
