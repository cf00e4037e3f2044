using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Scheduler.Wire;

/// <summary>One request: what path, query and body say, and where the members of the answer go.</summary>
/// <param name="Service">The schedules.</param>
/// <param name="Query">The query.</param>
/// <param name="Name">The schedule or group that the path names; empty where it names none.</param>
/// <param name="Input">The body.</param>
/// <param name="Answer">Inside the answer's object. Write nothing before all checks are done.</param>
internal sealed record SchedulerCall(SchedulerService Service, IQueryCollection Query, string Name, JsonMembers Input, Utf8JsonWriter Answer)
{
    /// <summary>A parameter of the query; null where it is absent or empty.</summary>
    public string? Parameter(string name) => Query[name] is { Count: > 0 } values && values[0] is { Length: > 0 } value ? value : null;

    /// <summary>Writes a page of a list, and the token of the next one.</summary>
    public void WritePage<T>(string name, IEnumerable<T> all, Action<Utf8JsonWriter, T> write)
    {
        int? size = Parameter("MaxResults") is { } text ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 0 : null;
        var page = ListPage.Of([.. all], Parameter("NextToken"), size, SchedulerLimits.PageSize) ?? throw SchedulerErrors.Validation("The specified NextToken or MaxResults is not valid.");
        Answer.WriteStartArray(name);
        foreach (var item in page.Items)
        {
            Answer.WriteStartObject();
            write(Answer, item);
            Answer.WriteEndObject();
        }

        Answer.WriteEndArray();
        if (page.NextToken is not null)
        {
            Answer.WriteString("NextToken", page.NextToken);
        }
    }
}
