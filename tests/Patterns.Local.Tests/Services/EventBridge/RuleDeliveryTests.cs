using Patterns.Local.Services;
using Patterns.Local.Services.Dispatching;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Services.EventBridge;

public sealed class RuleDeliveryTests : EventBridgeTestBase
{
    [Fact]
    public async Task A_target_that_is_busy_is_tried_again_until_it_takes_the_event()
    {
        var rule = Rule();
        Targets.Respond = (_, _, attempt) => attempt <= 3 ? DeliveryResult.Retryable("Slow down.", "ThrottlingException") : DeliveryResult.Delivered;

        Put();
        await RunOutAsync();

        Assert.Equal(4, Targets.AttemptsOn(Queue));
        Assert.Equal(1, rule.Counts[DispatchEnd.Delivered]);
        Assert.Empty(Notices);
    }

    [Fact]
    public async Task An_event_that_exhausts_its_attempts_goes_to_the_dead_letters_with_the_reason()
    {
        var rule = Rule(Orders, $$$"""{"Id":"1","Arn":"{{{Queue}}}","RetryPolicy":{"MaximumRetryAttempts":2},"DeadLetterConfig":{"Arn":"{{{DeadLetters}}}"}}""");
        Targets.Respond = (arn, _, _) => arn == Queue ? DeliveryResult.Retryable("Slow down.", "ThrottlingException") : DeliveryResult.Delivered;

        var id = Put().EventId;
        await RunOutAsync();

        var dead = Assert.Single(Targets.To(DeadLetters));
        Assert.Equal(3, Targets.AttemptsOn(Queue));
        Assert.Contains(id!, dead.Body);
        Assert.Equal(
            [
                "ERROR_CODE=THROTTLING", "ERROR_MESSAGE=Slow down.", "EXHAUSTED_RETRY_CONDITION=MaximumRetryAttempts", "RETRY_ATTEMPTS=2",
                "RULE_ARN=arn:aws:events:us-east-1:000000000000:rule/r", $"TARGET_ARN={Queue}",
            ],
            dead.Attributes!.Select(pair => $"{pair.Key}={pair.Value.StringValue}").Order(StringComparer.Ordinal));
        Assert.Equal(1, rule.Counts[DispatchEnd.DeadLettered]);
    }

    [Fact]
    public async Task An_event_that_gets_too_old_is_given_up()
    {
        Rule(Orders, $$$"""{"Id":"1","Arn":"{{{Queue}}}","RetryPolicy":{"MaximumEventAgeInSeconds":60},"DeadLetterConfig":{"Arn":"{{{DeadLetters}}}"}}""");
        Targets.Respond = (arn, _, _) => arn == Queue ? DeliveryResult.Retryable("Down.", "ServiceUnavailable") : DeliveryResult.Delivered;
        var start = Clock.GetUtcNow();

        Put();
        await RunOutAsync();

        Assert.True(Clock.GetUtcNow() - start <= TimeSpan.FromSeconds(60));
        Assert.Equal("MaximumEventAgeInSeconds", Assert.Single(Targets.To(DeadLetters)).Attributes!["EXHAUSTED_RETRY_CONDITION"].StringValue);
    }

    [Fact]
    public void A_target_that_is_gone_is_not_tried_again()
    {
        var rule = Rule();
        Targets.Respond = (_, _, _) => DeliveryResult.Permanent("The specified queue does not exist.", "QueueDoesNotExist");

        Put();

        Assert.Equal(1, Targets.AttemptsOn(Queue));
        Assert.Equal(1, rule.Counts[DispatchEnd.Dropped]);
        Assert.Equal([$"The rule r could not reach {Queue}, and the event is lost: The specified queue does not exist."], Notices);
    }

    [Fact]
    public void Dead_letters_of_a_target_that_is_gone_have_no_exhausted_condition()
    {
        Rule(Orders, $$$"""{"Id":"1","Arn":"{{{Queue}}}","DeadLetterConfig":{"Arn":"{{{DeadLetters}}}"}}""");
        Targets.Respond = (arn, _, _) => arn == Queue ? DeliveryResult.Permanent("The specified queue does not exist.", "QueueDoesNotExist") : DeliveryResult.Delivered;

        Put();

        var attributes = Assert.Single(Targets.To(DeadLetters)).Attributes!;
        Assert.Equal("NO_RESOURCE", attributes["ERROR_CODE"].StringValue);
        Assert.False(attributes.ContainsKey("EXHAUSTED_RETRY_CONDITION"));
    }

    [Fact]
    public async Task All_attempts_of_the_default_policy_end_within_a_day()
    {
        var rule = Rule();
        Targets.Respond = (_, _, _) => DeliveryResult.Retryable("Down.", "ServiceUnavailable");
        var start = Clock.GetUtcNow();

        Put();
        await RunOutAsync();

        Assert.Equal(186, Targets.AttemptsOn(Queue));
        Assert.True(Clock.GetUtcNow() - start < TimeSpan.FromDays(1));
        Assert.Equal(1, rule.Counts[DispatchEnd.Dropped]);
    }

    // Moves the clock from wait to wait until nothing is on its way any more.
    private async Task RunOutAsync()
    {
        var idle = Events.WhenIdleAsync();
        while (!idle.IsCompleted)
        {
            await Eventually.BecomesTrueAsync(() => idle.IsCompleted || Clock.Timers.Count > 0);
            if (!idle.IsCompleted && Clock.Timers.Count > 0)
            {
                Clock.Advance(Clock.Timers.Min() - Clock.GetUtcNow());
            }
        }

        await idle;
    }
}
