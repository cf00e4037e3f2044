using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Backends.Demo;

/// <summary>A client of one API: asks again where that may help, since what it sends may be sent twice.</summary>
internal sealed class Client(Uri api, string? token = null) : IDisposable
{
    private const int MostTries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(40) };

    /// <param name="path">Below the API.</param>
    /// <param name="isEnd">Whether an answer is what was waited for; others are asked for again, up to a limit.</param>
    public Task<Answer> GetAsync(string path, Func<Answer, bool>? isEnd = null) => AskAsync(HttpMethod.Get, path, null, isEnd ?? (answer => answer is { Status: 200, Missing: "" }));

    public Task<Answer> SendAsync(HttpMethod method, string path, string json, Func<Answer, bool>? isEnd = null) => AskAsync(method, path, json, isEnd ?? (answer => answer.Status == 200));

    public void Dispose() => _http.Dispose();

    private async Task<Answer> AskAsync(HttpMethod method, string path, string? json, Func<Answer, bool> isEnd)
    {
        for (var tries = 1; ; tries++)
        {
            using var request = new HttpRequestMessage(method, new Uri(api, path)) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

            // What a client says of itself by any other way is nobody's word.
            request.Headers.Add("X-User", "eve");
            using var response = await _http.SendAsync(request);
            var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), Header(response, "Deprecation"));
            if (isEnd(answer) || tries == MostTries)
            {
                return answer;
            }

            await Task.Delay(Pause);
        }
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
}
