using System.Text.Json;

namespace Patterns.Local.Services.Scheduler.Wire;

/// <summary>Writes what schedules and groups are.</summary>
internal static class SchedulerJson
{
    public static void WriteGroup(Utf8JsonWriter json, ScheduleGroup group)
    {
        json.WriteString("Arn", group.Arn);
        json.WriteString("Name", group.Name);
        json.WriteString("State", "ACTIVE");
        WriteTime(json, "CreationDate", group.Created);
        WriteTime(json, "LastModificationDate", group.Created);
    }

    public static void WriteSummary(Utf8JsonWriter json, Schedule schedule)
    {
        WriteHead(json, schedule);
        json.WriteStartObject("Target");
        json.WriteString("Arn", schedule.Settings.Target.Arn);
        json.WriteEndObject();
    }

    public static void WriteSchedule(Utf8JsonWriter json, Schedule schedule)
    {
        var settings = schedule.Settings;
        WriteHead(json, schedule);
        json.WriteString("ScheduleExpression", settings.Expression);
        json.WriteString("ScheduleExpressionTimezone", settings.ZoneName ?? "UTC");
        json.WriteString("ActionAfterCompletion", settings.DeletesItself ? "DELETE" : "NONE");
        WriteText(json, "Description", settings.Description);
        WriteText(json, "KmsKeyArn", settings.KmsKeyArn);
        WriteTime(json, "StartDate", settings.Start);
        WriteTime(json, "EndDate", settings.End);
        WriteWindow(json, settings.Window);
        json.WritePropertyName("Target");
        settings.Target.Json.WriteTo(json);
    }

    private static void WriteHead(Utf8JsonWriter json, Schedule schedule)
    {
        json.WriteString("Arn", schedule.Arn);
        json.WriteString("GroupName", schedule.Group.Name);
        json.WriteString("Name", schedule.Name);
        json.WriteString("State", schedule.Settings.IsEnabled ? "ENABLED" : "DISABLED");
        WriteTime(json, "CreationDate", schedule.Created);
        WriteTime(json, "LastModificationDate", schedule.Modified);
    }

    private static void WriteWindow(Utf8JsonWriter json, TimeSpan window)
    {
        json.WriteStartObject("FlexibleTimeWindow");
        json.WriteString("Mode", window == TimeSpan.Zero ? "OFF" : "FLEXIBLE");
        if (window > TimeSpan.Zero)
        {
            json.WriteNumber("MaximumWindowInMinutes", (int)window.TotalMinutes);
        }

        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteNumber(name, value.ToUnixTimeMilliseconds() / 1000.0);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
