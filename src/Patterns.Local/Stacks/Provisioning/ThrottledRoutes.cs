using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>The routes that stages have settings for: each must be there in the end, since stages may come before routes.</summary>
internal sealed class ThrottledRoutes
{
    private const string Property = "RouteSettings";

    private readonly List<(ResourceProperties Settings, Func<IEnumerable<string>> Routes)> _expected = [];

    /// <summary>Notes what a stage has settings for.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="routes">The keys of its API's routes, asked once all are there.</param>
    public void Expect(ResourceProperties stage, Func<IEnumerable<string>> routes)
    {
        if (stage.Map(Property) is { } settings)
        {
            _expected.Add((settings, routes));
        }
    }

    /// <exception cref="TemplateException">There are settings for routes that do not exist.</exception>
    public void Check()
    {
        var wrong = _expected.SelectMany(Wrong).ToList();
        if (wrong.Count > 0)
        {
            throw new TemplateException(wrong);
        }
    }

    private static IEnumerable<Diagnostic> Wrong((ResourceProperties Settings, Func<IEnumerable<string>> Routes) expected)
    {
        var (settings, routes) = (expected.Settings, expected.Routes().ToList());
        return settings.Names.Except(routes).Select(name => new Diagnostic(
            settings.LocationOf(name), $"'{name}' of '{Property}' is no route of its API", routes.Count == 0 ? null : $"{string.Join(", ", routes)} {(routes.Count == 1 ? "is one" : "are")}"));
    }
}
