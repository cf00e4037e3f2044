using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Samples.Tests;

/// <summary>The page of samples/WebSocketPush, as two people use it.</summary>
public sealed class ChatPageTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task People_see_what_others_say_and_have_no_gap_after_a_lost_connection_and_killed_functions()
    {
        Assert.SkipWhen(browser.Missing is not null, browser.Missing ?? "");
        await using var stack = await RunningStack.StartAsync("samples/WebSocketPush");
        var ann = await JoinAsync(stack, "ann");
        var bob = await JoinAsync(stack, "bob");

        await SayAsync(ann, "<b>hello</b>");
        await WaitForAsync(bob, "ann: <b>hello</b>");

        // Bob is in a tunnel for as long as the others talk.
        await bob.EvaluateAsync("() => { window.WebSocket = class { constructor() { setTimeout(() => this.onclose(), 10); } }; socket.close(); }");
        await WaitForStateAsync(bob, "connecting");
        for (var i = 0; i < 10; i++)
        {
            await SayAsync(ann, i.ToString(CultureInfo.InvariantCulture));
            if (i == 5)
            {
                KillFunctions();
            }
        }

        for (var i = 0; i < 10; i++)
        {
            await WaitForAsync(ann, $"ann: {i}");
        }

        await SayAsync(bob, "nobody hears this yet");
        Assert.DoesNotContain("ann: 9", await LinesAsync(bob));

        // A page of the same origin has the class that was taken away.
        await bob.EvaluateAsync("() => { const frame = document.createElement('iframe'); document.body.append(frame); window.WebSocket = frame.contentWindow.WebSocket; }");
        await WaitForAsync(ann, "bob: nobody hears this yet");
        await WaitForAsync(bob, "bob: nobody hears this yet");

        // What was said while a function died is said again, and may come later than what followed it.
        var lines = await LinesAsync(ann);
        Assert.Equal(lines, await LinesAsync(bob));
        Assert.Equal("ann: <b>hello</b>", lines[0]);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"ann: {i}"), lines.Skip(1).Take(10).Order(StringComparer.Ordinal));
        Assert.Equal("bob: nobody hears this yet", Assert.Single(lines.Skip(11)));
    }

    private static void KillFunctions()
    {
        foreach (var id in PatternsTool.ProcessesNaming("WebSocketPush.Functions"))
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
    }

    private async Task<IPage> JoinAsync(RunningStack stack, string name)
    {
        var page = await browser.OpenAsync($"{stack.Output("PageUrl")}/?name={name}");
        await WaitForStateAsync(page, $"connected as {name}");
        return page;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.FillAsync("#text", text);
        await page.ClickAsync("#say button");
    }

    private static Task WaitForStateAsync(IPage page, string state) =>
        page.WaitForFunctionAsync("state => document.getElementById('state').textContent === state", state);

    private static Task WaitForAsync(IPage page, string line) =>
        page.WaitForFunctionAsync("line => [...document.querySelectorAll('#lines li')].some(item => item.textContent === line)", line);

    private static async Task<IReadOnlyList<string>> LinesAsync(IPage page) => await page.Locator("#lines li").AllTextContentsAsync();
}
