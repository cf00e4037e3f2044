using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.SQS.Model;
using Amazon.StepFunctions.Model;
using Patterns.Workflows;

namespace Patterns.Aws.Tests.StepFunctions;

public sealed class StepFunctionsWorkflowTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    public static TheoryData<string> Laws => [.. WorkflowContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Keeps_the_contract_of_workflows(string law) => await WorkflowContract.CheckAsync(law, await Subject.CreateAsync(endpoint));

    [Theory]
    [InlineData("")]
    [InlineData("booking")]
    [InlineData("arn:aws:states:eu-west-1:111122223333:execution:booking:1")]
    [InlineData("arn:aws:states:eu-west-1:111122223333:stateMachine:booking:PROD")]
    [InlineData("arn:aws:sqs:eu-west-1:111122223333:orders")]
    public void What_names_no_state_machine_is_refused(string arn)
    {
        var exception = Assert.Throws<ArgumentException>(() => Workflow.From(arn));

        Assert.Equal($"'{arn}' names no workflow. Expected the ARN of a state machine (arn:aws:states:…:stateMachine:…).", exception.Message);
    }

    [Fact]
    public void A_state_machine_of_another_Region_than_the_clients_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => Workflow.From(endpoint.StepFunctions, "arn:aws:states:eu-west-1:111122223333:stateMachine:booking"));

        Assert.Equal("'arn:aws:states:eu-west-1:111122223333:stateMachine:booking' is in eu-west-1, but the client is for us-east-1.", exception.Message);
    }

    [Fact]
    public async Task An_Express_state_machine_is_no_workflow()
    {
        var created = await endpoint.StepFunctions.CreateStateMachineAsync(new CreateStateMachineRequest
        {
            Name = $"m-{Guid.NewGuid():N}",
            Type = Amazon.StepFunctions.StateMachineType.EXPRESS,
            RoleArn = Subject.Role,
            Definition = """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""",
        });

        var exception = await Assert.ThrowsAsync<WorkflowException>(
            async () => await Workflow.From(endpoint.StepFunctions, created.StateMachineArn).StartAsync("r", "{}", default));

        Assert.False(exception.IsRetryable);
        Assert.EndsWith("which no name leads to: an Express state machine keeps no names.", exception.Message);
    }

    /// <summary>A state machine whose one task sends its token to a queue and waits.</summary>
    private sealed class Subject(Endpoint endpoint, string arn, string queueUrl) : WorkflowUnderTest
    {
        public const string Role = "arn:aws:iam::000000000000:role/workflows";

        private readonly ConcurrentDictionary<string, string> _tokens = new();

        public override IWorkflow Workflow => Aws.Workflow.From(endpoint.StepFunctions, arn);

        public override IWorkflow Missing => Aws.Workflow.From(endpoint.StepFunctions, arn + "-missing");

        public static async Task<Subject> CreateAsync(Endpoint endpoint)
        {
            var (url, _) = await endpoint.CreateQueueAsync(fifo: false);
            var created = await endpoint.StepFunctions.CreateStateMachineAsync(new CreateStateMachineRequest
            {
                Name = $"m-{Guid.NewGuid():N}",
                RoleArn = Role,
                Definition = $$$$$$"""
                    {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                      "Parameters":{"QueueUrl":"{{{{{{url}}}}}}","MessageBody":{"run.$":"$$.Execution.Name","token.$":"$$.Task.Token"}},"End":true}}}
                    """,
            });
            return new Subject(endpoint, created.StateMachineArn, url);
        }

        public override async Task<string> TokenAsync(string runName)
        {
            while (!_tokens.ContainsKey(runName))
            {
                var received = await endpoint.Sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queueUrl, WaitTimeSeconds = 20, MaxNumberOfMessages = 10 });
                foreach (var message in received.Messages ?? throw new TimeoutException($"{runName} sent no token."))
                {
                    using var body = JsonDocument.Parse(message.Body);
                    _tokens[body.RootElement.GetProperty("run").GetString()!] = body.RootElement.GetProperty("token").GetString()!;
                    await endpoint.Sqs.DeleteMessageAsync(queueUrl, message.ReceiptHandle);
                }
            }

            return _tokens[runName];
        }
    }
}
