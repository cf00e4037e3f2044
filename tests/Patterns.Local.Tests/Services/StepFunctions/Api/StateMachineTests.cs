using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Patterns.Local.Tests.Sdk;

namespace Patterns.Local.Tests.Services.StepFunctions.Api;

/// <summary>State machines as an unmodified SDK client manages them.</summary>
public sealed class StateMachineTests
{
    [Fact]
    public async Task A_state_machine_is_described_as_it_was_created()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var arn = await aws.CreateAsync(Workflows.Succeeding, "orders", StateMachineType.EXPRESS);

        var found = await aws.StepFunctions.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = arn });

        Assert.Equal("arn:aws:states:us-east-1:000000000000:stateMachine:orders", arn);
        Assert.Equal((arn, "orders", Workflows.Succeeding, Workflows.Role), (found.StateMachineArn, found.Name, found.Definition, found.RoleArn));
        Assert.Equal((StateMachineType.EXPRESS, StateMachineStatus.ACTIVE), (found.Type, found.Status));
        Assert.Equal(aws.Clock.GetUtcNow().UtcDateTime, found.CreationDate!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Creating_the_same_state_machine_again_finds_it_and_another_of_its_name_is_refused()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var arn = await aws.CreateAsync(Workflows.Succeeding, "orders");

        Assert.Equal(arn, await aws.CreateAsync(Workflows.Succeeding, "orders"));
        var exception = await Assert.ThrowsAsync<StateMachineAlreadyExistsException>(() => aws.CreateAsync(Workflows.Failing, "orders"));
        Assert.Equal($"State Machine Already Exists: '{arn}'", exception.Message);
        await Assert.ThrowsAsync<StateMachineAlreadyExistsException>(() => aws.CreateAsync(Workflows.Succeeding, "orders", StateMachineType.EXPRESS));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}""")]
    [InlineData("""{"StartAt":"B","States":{"A":{"Type":"Succeed"}}}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Think","End":true}}}""")]
    public async Task A_definition_that_is_not_valid_is_refused(string definition)
    {
        await using var aws = await SdkEndpoint.StartAsync();

        var exception = await Assert.ThrowsAsync<InvalidDefinitionException>(() => aws.CreateAsync(definition));

        Assert.StartsWith("Invalid State Machine Definition: '", exception.Message);
    }

    [Theory]
    [InlineData("arn:aws:states:::ecs:runTask")]
    [InlineData("arn:aws:states:::aws-sdk:s3:getObject")]
    [InlineData("arn:aws:states:::sqs:sendMessage.sync")]
    [InlineData("arn:aws:states:::dynamodb:getItem.waitForTaskToken")]
    public async Task A_resource_that_nothing_here_can_do_is_refused_by_name(string resource)
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var definition = $$$$$$"""{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"{{{{{{resource}}}}}}","End":true}}}]}}}""";

        var exception = await Assert.ThrowsAsync<InvalidDefinitionException>(() => aws.CreateAsync(definition));

        Assert.Contains(resource, exception.Message);
        Assert.Contains("/States/P/Branches[0]/States/A/Resource", exception.Message);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("a$")]
    public async Task A_name_with_a_character_that_names_cannot_have_is_refused(string name)
    {
        await using var aws = await SdkEndpoint.StartAsync();

        var exception = await Assert.ThrowsAsync<InvalidNameException>(() => aws.CreateAsync(Workflows.Succeeding, name));

        Assert.Equal($"Invalid Name: '{name}'", exception.Message);
    }

    [Fact]
    public async Task State_machines_are_listed_by_name_in_pages()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        foreach (var name in new[] { "c", "a", "b" })
        {
            await aws.CreateAsync(Workflows.Succeeding, name);
        }

        var first = await aws.StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest { MaxResults = 2 });
        var second = await aws.StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest { MaxResults = 2, NextToken = first.NextToken });

        Assert.Equal(["a", "b", "c"], first.StateMachines.Concat(second.StateMachines).Select(machine => machine.Name));
        Assert.Null(second.NextToken);
        await Assert.ThrowsAsync<InvalidTokenException>(() => aws.StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest { NextToken = "none" }));
    }

    [Fact]
    public async Task A_state_machine_that_is_deleted_is_gone_once_its_executions_have_ended()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var arn = await aws.CreateAsync(Workflows.Waiting, "orders");
        var execution = await aws.StartAsync(arn);

        await aws.StepFunctions.DeleteStateMachineAsync(new DeleteStateMachineRequest { StateMachineArn = arn });

        Assert.Equal(StateMachineStatus.DELETING, (await aws.StepFunctions.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = arn })).Status);
        await Assert.ThrowsAsync<StateMachineDeletingException>(() => aws.StartAsync(arn));
        await aws.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = execution });
        await Functions.Eventually.BecomesTrueAsync(() => aws.Account.StepFunctions.Machines.All.Count == 0);
        var exception = await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => aws.StartAsync(arn));
        Assert.Equal($"State Machine Does Not Exist: '{arn}'", exception.Message);
        await aws.StepFunctions.DeleteStateMachineAsync(new DeleteStateMachineRequest { StateMachineArn = arn });
    }
}
