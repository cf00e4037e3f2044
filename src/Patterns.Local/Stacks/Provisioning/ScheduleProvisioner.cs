using System.Text.Json;
using System.Text.Json.Nodes;
using Patterns.Local.Services;
using Patterns.Local.Services.Scheduler;
using Patterns.Local.Services.Wire;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes a schedule of EventBridge Scheduler.</summary>
internal sealed class ScheduleProvisioner(EmulatedAccount account, PhysicalNames names) : IResourceProvisioner
{
    private static readonly string[] s_members =
    [
        "Description", "ScheduleExpression", "ScheduleExpressionTimezone", "StartDate", "EndDate", "State", "ActionAfterCompletion",
        "FlexibleTimeWindow", "Target",
    ];

    public string Type => "AWS::Scheduler::Schedule";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var name = properties.Text("Name") ?? names.For(resource.LogicalId, SchedulerLimits.NameLength);
        var schedule = account.Scheduler.Create(properties.Text("GroupName") ?? ScheduleGroup.DefaultName, name, Settings(name, properties));
        account.Ticks.Name(schedule.Arn, resource.LogicalId);
        return Task.FromResult(new ProvisionedResource(name)
        {
            Name = $"{schedule.Settings.Expression} -> {schedule.Settings.Target.Arn}",
            Attributes = new Dictionary<string, string> { ["Arn"] = schedule.Arn },
        });
    }

    private ScheduleSettings Settings(string name, ResourceProperties properties)
    {
        try
        {
            return SettingsReader.Read(new JsonMembers(JsonElement.Parse(Request(properties).ToJsonString())), account.Aws.Time.GetUtcNow());
        }
        catch (AwsException error) when (error.Message.Contains("Schedule Expression", StringComparison.Ordinal))
        {
            var property = error.Message.Contains("Timezone", StringComparison.Ordinal) ? "ScheduleExpressionTimezone" : "ScheduleExpression";
            throw properties.Mistake(property, $"schedule '{name}' was refused: {error.Message.TrimEnd('.')}");
        }
    }

    private static JsonObject Request(ResourceProperties properties)
    {
        var request = new JsonObject();
        foreach (var member in s_members)
        {
            if (properties.Json(member) is { } value)
            {
                request[member] = RequestScalars.Converted(member, value);
            }
        }

        return request;
    }
}
