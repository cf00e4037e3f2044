using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Cqrs.Internal;

/// <summary>Has queries with tokens wait for views.</summary>
internal sealed class TokenWait(IReadOnlyList<ViewStore> views, QueryOptions options)
{
    private const string Header = "View-Token";
    private const int MostTokens = 16;

    /// <exception cref="ProblemException">400: a token cannot be read; 503: a view is behind one.</exception>
    public async ValueTask WaitAsync(ApiRequest request, TimeBudget budget)
    {
        var tokens = TokensOf(request);
        var start = options.Time.GetTimestamp();
        foreach (var token in tokens)
        {
            foreach (var view in views)
            {
                await WaitAsync(view, token, start, budget).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask WaitAsync(ViewStore view, ViewToken token, long start, TimeBudget budget)
    {
        var left = options.MaxWait - options.Time.GetElapsedTime(start);
        var hasCome = await view.WaitAsync(token, left < budget.Left ? left : budget.Left, budget.End).ConfigureAwait(false);
        QueryMeter.Record(view.Name, options.Time.GetElapsedTime(start), isBehind: !hasCome);
        if (!hasCome)
        {
            throw new ProblemException(Behind(view, token));
        }
    }

    private Problem Behind(ViewStore view, ViewToken token) =>
        (Problems.Of(503, "view-behind", "The view does not show yet what the token names.") with { RetryAfter = options.RetryAfter })
            .With("view", view.Name)
            .With("token", token.ToString());

    private static ViewToken[] TokensOf(ApiRequest request)
    {
        var texts = request.Header(Header)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (texts.Length > MostTokens)
        {
            throw new ProblemException(Problems.Malformed($"{Header} has {texts.Length} tokens; at most {MostTokens} are taken."));
        }

        return [.. texts.Select(text => ViewToken.TryParse(text, out var token)
            ? token
            : throw new ProblemException(Problems.Malformed($"{Header} has a token that no reply gave out.")))];
    }
}
