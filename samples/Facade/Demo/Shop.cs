using System.Diagnostics;
using System.Text.Json;

namespace Facade.Demo;

/// <summary>Asks for pages as a browser does, and has every one of them checked.</summary>
internal sealed class Shop(Uri api, Check check) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly HttpClient _http = new() { BaseAddress = api, Timeout = TimeSpan.FromSeconds(40) };

    /// <summary>How many pages were answered in all.</summary>
    public int Answers { get; private set; }

    /// <summary>How often the API itself answered, since there was no function that could.</summary>
    public int AnswersOfTheApi { get; private set; }

    public async Task<Page> AskAsync(string sku)
    {
        var clock = Stopwatch.StartNew();
        using var response = await _http.GetAsync("pages/" + sku);
        var body = await response.Content.ReadAsStringAsync();
        var page = new Page(sku, (int)response.StatusCode, Parse(body), response.Headers.CacheControl is not { NoStore: true }, clock.Elapsed);
        Answers++;
        AnswersOfTheApi += page is { Status: >= 500, Cause: null } ? 1 : 0;
        check.Page(page);
        return page;
    }

    /// <summary>Asks until a page is as it should be in the end, which takes some tries while functions start or are killed.</summary>
    public async Task<Page> AskUntilAsync(string sku, string what, Func<Page, bool> isExpected)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var page = await AskAsync(sku);
            if (isExpected(page))
            {
                Console.WriteLine($"  {what,-46}{page}");
                return page;
            }

            if (clock.Elapsed > Patience)
            {
                Console.WriteLine($"  {what,-46}{page}");
                check.Expect(what, false, page);
                return page;
            }

            await Task.Delay(Pause);
        }
    }

    public void Dispose() => _http.Dispose();

    private static JsonElement Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
