using System.Globalization;
using System.Text;
using Patterns.Local.Services.Dispatching;
using Patterns.Local.Services.EventBridge.Events;

namespace Patterns.Local.Services.Scheduler;

/// <summary>One run of a schedule on its way to the target.</summary>
internal sealed class ScheduleDispatch(AwsEnvironment aws, Schedule schedule, ScheduleTarget target, DateTimeOffset due) : Dispatch
{
    private readonly string _executionId = RandomId.New().ToString("D");
    private int _attempts;

    public override string Sender => $"The schedule {schedule.Name}";

    public override Delivery ForTarget(int attempt)
    {
        _attempts = attempt;
        return new Delivery(Payload())
        {
            GroupId = target.MessageGroupId,
            PartitionKey = target.PartitionKey,
            Event = target.Event,
        };
    }

    public override Delivery ForDeadLetterQueue(DispatchFailure failure)
    {
        var attributes = failure.Attributes();
        attributes["SCHEDULE_ARN"] = MessageAttribute.OfString(schedule.Arn);
        attributes["TARGET_ARN"] = MessageAttribute.OfString(target.Arn);
        attributes["SCHEDULED_TIME"] = MessageAttribute.OfString(EventJson.TimeText(due));
        attributes["EXECUTION_ID"] = MessageAttribute.OfString(_executionId);
        attributes["IS_PAYLOAD_TRUNCATED"] = MessageAttribute.OfString("false");
        return new Delivery(Payload()) { Attributes = attributes };
    }

    private string Payload() => target.Input is { } input ? Filled(input) : DefaultEvent();

    private string Filled(string input) => !input.Contains("<aws.scheduler.", StringComparison.Ordinal)
        ? input
        : new StringBuilder(input)
            .Replace("<aws.scheduler.schedule-arn>", schedule.Arn)
            .Replace("<aws.scheduler.scheduled-time>", EventJson.TimeText(due))
            .Replace("<aws.scheduler.execution-id>", _executionId)
            .Replace("<aws.scheduler.attempt-number>", _attempts.ToString(CultureInfo.InvariantCulture))
            .ToString();

    private string DefaultEvent()
    {
        var header = new EventHeader("aws.scheduler", "Scheduled Event") { Resources = [schedule.Arn] };
        return new BusEvent(aws, header, due, System.Text.Json.JsonElement.Parse("{}"), _executionId).Text();
    }
}
