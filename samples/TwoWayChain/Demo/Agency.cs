using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TwoWayChain.Demo;

/// <summary>The agency as its API shows it. What answers 5xx or 429 without being an answer is asked again.</summary>
internal sealed class Agency(Uri api) : IDisposable
{
    private const int MostTries = 10;
    private readonly HttpClient _http = new();

    public async Task OrderAsync(TripOrder order)
    {
        using var response = await SendAsync(() => _http.PostAsJsonAsync(new Uri(api, "trips"), order));
        if (response.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.GatewayTimeout or HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity))
        {
            throw new HttpRequestException($"The order of {order.Id} was answered with {(int)response.StatusCode}.");
        }
    }

    /// <summary>The answer to an order; null while there is none.</summary>
    public async Task<Answer?> AskAsync(string id)
    {
        using var response = await SendAsync(() => _http.GetAsync(new Uri(api, $"trips/{id}")));
        var body = await response.Content.ReadAsStringAsync();
        return response.StatusCode switch
        {
            HttpStatusCode.OK => new Answer("Succeeded", body),
            HttpStatusCode.UnprocessableEntity => new Answer(Text(body, "outcome")!, body),
            HttpStatusCode.GatewayTimeout => new Answer("", body),
            HttpStatusCode.Accepted => null,
            _ => throw new HttpRequestException($"The question for {id} was answered with {(int)response.StatusCode}."),
        };
    }

    /// <summary>How the booking of a trip has ended, or nothing while it has not.</summary>
    public async Task<string> OutcomeAsync(string id)
    {
        using var response = await SendAsync(() => _http.GetAsync(new Uri(api, $"bookings/{id}")));
        return response.StatusCode == HttpStatusCode.OK ? Text(await response.Content.ReadAsStringAsync(), "outcome") ?? "" : "";
    }

    public async Task RepairAsync(string provider)
    {
        using var response = await SendAsync(() => _http.PostAsync(new Uri(api, $"repairs/{provider}"), content: null));
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private static async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await send();
            var isAnswer = (int)response.StatusCode is not (429 or >= 500)
                || response.Content.Headers.ContentType?.MediaType == "application/problem+json";
            if (isAnswer || attempt == MostTries)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
        }
    }

    private static string? Text(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(name, out var text) ? text.GetString() : null;
    }
}
