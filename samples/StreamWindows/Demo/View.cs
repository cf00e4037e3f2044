using System.Text.Json;

namespace StreamWindows.Demo;

/// <summary>A view as a browser tells of it.</summary>
internal sealed record View(string Id, string Page, DateTimeOffset At)
{
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
