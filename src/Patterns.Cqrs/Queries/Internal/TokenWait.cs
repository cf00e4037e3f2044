using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Cqrs.Internal;

/// <summary>Has queries with tokens wait for views.</summary>
internal sealed class TokenWait(IReadOnlyList<ViewStore> views, QueryOptions options)
{
    private const string Header = "View-Token";
    private const int MostTokens = 16;

    /// <exception cref="ProblemException">400: a token cannot be read, or is of what no view is made of; 503: a view is behind one.</exception>
    public async ValueTask WaitAsync(ApiRequest request, TimeBudget budget)
    {
        var tokens = TokensOf(request);
        if (tokens.Length == 0)
        {
            return;
        }

        var start = options.Time.GetTimestamp();
        var types = await Task.WhenAll(views.Select(view => view.GetAggregateTypeAsync(budget.End).AsTask())).ConfigureAwait(false);
        foreach (var token in tokens)
        {
            // A view that has nothing yet may be made of anything.
            var concerned = views.Zip(types).Where(view => view.Second is null || view.Second == token.AggregateType).Select(view => view.First).ToArray();
            if (concerned.Length == 0)
            {
                throw new ProblemException(Problems.Malformed($"{Header} names what no view here is made of."));
            }

            foreach (var view in concerned)
            {
                await WaitAsync(view, token, start, budget).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask WaitAsync(ViewStore view, ViewToken token, long start, TimeBudget budget)
    {
        var begin = options.Time.GetTimestamp();
        var left = options.MaxWait - options.Time.GetElapsedTime(start);
        var hasCome = await view.WaitAsync(token, left < budget.Left ? left : budget.Left, budget.End).ConfigureAwait(false);
        QueryMeter.Record(view.Name, options.Time.GetElapsedTime(begin), isBehind: !hasCome);
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
