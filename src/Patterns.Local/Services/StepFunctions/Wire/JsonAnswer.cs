using System.Text.Json;

namespace Patterns.Local.Services.StepFunctions.Wire;

/// <summary>Writes members of answers.</summary>
internal static class JsonAnswer
{
    /// <summary>A text; nothing where it is null.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>A time in seconds since 1970, to the millisecond; nothing where it is null.</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteNumber(name, value.ToUnixTimeMilliseconds() / 1000m);
        }
    }

    /// <summary>A configuration that was stored as it came; nothing where it is null.</summary>
    public static void WriteStored(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value);
        }
    }

    /// <summary>Data and whether it is there, as the service puts them side by side.</summary>
    public static void WriteIncluded(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        json.WriteString(name, value);
        json.WriteStartObject($"{name}Details");
        json.WriteBoolean("included", value: true);
        json.WriteEndObject();
    }
}
