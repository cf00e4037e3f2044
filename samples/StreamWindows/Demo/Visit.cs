using System.Text.Json;

namespace StreamWindows.Demo;

/// <summary>A visit as the stack tells of its end.</summary>
internal sealed record Visit(string Visitor, DateTimeOffset From, int Views, string FirstPage, string LastPage)
{
    public static Visit FromJson(string json) => JsonSerializer.Deserialize<Visit>(json, JsonSerializerOptions.Web)!;
}
