using System.Text;

namespace ApiProxy.Demo;

/// <summary>Asks the API as its clients do: once more where the answer says that this may help, and always with the same key.</summary>
internal sealed class Client(Uri api) : IDisposable
{
    private const int MostTries = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(40) };

    /// <param name="path">Below the API.</param>
    /// <param name="expected">The status that is an end, whatever it is.</param>
    public Task<Answer> GetAsync(string path, int expected = 200) => AskAsync(() => new HttpRequestMessage(HttpMethod.Get, api + path), expected);

    public Task<Answer> PostAsync(string path, string body, string? key, int expected = 200, string type = "application/json") => AskAsync(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, api + path) { Content = new StringContent(body, Encoding.UTF8, type) };
            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }

            return request;
        },
        expected);

    public void Dispose() => _http.Dispose();

    private async Task<Answer> AskAsync(Func<HttpRequestMessage> request, int expected)
    {
        for (var tries = 1; ; tries++)
        {
            using var message = request();
            using var response = await _http.SendAsync(message);
            var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), tries);
            if (answer.Status == expected || !MayHelp(answer) || tries == MostTries)
            {
                return answer;
            }

            await Task.Delay(Pause);
        }
    }

    private static bool MayHelp(Answer answer) => answer is { Status: >= 500 or 429 } or { Status: 409, Problem: "in-progress" };
}
