using System.Text.Json;
using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.EventBridge.Wire;

/// <summary>One request: what it says, and where the members of the answer go.</summary>
/// <param name="Service">The buses.</param>
/// <param name="Input">The request.</param>
/// <param name="Answer">Inside the answer's object. Write nothing before all checks are done.</param>
internal sealed record EventBridgeCall(EventBridgeService Service, JsonMembers Input, Utf8JsonWriter Answer)
{
    /// <summary>The bus that the request names; the default one where it names none.</summary>
    public EventBus Bus() => Service.Buses.Get(Input.Text("EventBusName"));

    /// <exception cref="AwsException">The request lacks the member.</exception>
    public string Required(string name) => Input.Text(name) ?? throw EventBridgeErrors.Missing(char.ToLowerInvariant(name[0]) + name[1..]);

    /// <summary>Writes a page of a list, and the token of the next one.</summary>
    public void WritePage<T>(string name, IEnumerable<T> all, Action<Utf8JsonWriter, T> write)
    {
        var page = ListPage.Of([.. all], Input.Text("NextToken"), Input.Number("Limit"), EventBridgeLimits.PageSize)
            ?? throw EventBridgeErrors.Validation("The specified NextToken or Limit is not valid.");
        Answer.WriteStartArray(name);
        foreach (var item in page.Items)
        {
            write(Answer, item);
        }

        Answer.WriteEndArray();
        if (page.NextToken is not null)
        {
            Answer.WriteString("NextToken", page.NextToken);
        }
    }
}
