using System.Net.Http.Headers;
using System.Text;

namespace Command.Demo;

/// <summary>Somebody who sends commands: the same request with the same key, until it has a reply.</summary>
internal sealed class Client(Uri api, string? token) : IDisposable
{
    private const int MostTries = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(40) };

    public Task<Answer> SendAsync(string command, string? key = null, string? ifMatch = null) => AskAsync(() =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, "commands")) { Content = new StringContent(command, Encoding.UTF8, "application/json") };
        Add(request, "Idempotency-Key", key);
        Add(request, "If-Match", ifMatch);
        return request;
    });

    public Task<Answer> GetAsync(string path) => AskAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(api, path)));

    public void Dispose() => _http.Dispose();

    private async Task<Answer> AskAsync(Func<HttpRequestMessage> request)
    {
        for (var tries = 1; ; tries++)
        {
            using var message = request();
            message.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            using var response = await _http.SendAsync(message);
            var answer = new Answer(
                (int)response.StatusCode,
                await response.Content.ReadAsStringAsync(),
                Header(response, "ETag"),
                Header(response, "View-Token"),
                Header(response, "Idempotency-Replayed") == "true",
                tries);
            if (tries == MostTries || !MayHelp(answer))
            {
                return answer;
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Failures of the other side, and a copy that is running, with no function to say so when an instance died.</summary>
    private static bool MayHelp(Answer answer) => answer is { Status: >= 500 or 429 } or { Status: 409, Problem: "in-progress" };

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
}
