namespace StreamTransform.Demo;

/// <summary>What the shop has.</summary>
internal static class SitePages
{
    public static readonly string[] Words = ["bolt", "hammer", "ladder", "screw", "drill", "glue", "saw", "paint", "brush", "nail"];

    public static readonly string[] All =
    [
        "/", "/products", .. Enumerable.Range(1, 60).Select(number => $"/products/{number}"), "/cart", "/checkout", "/account", "/help",
        .. Enumerable.Range(1, 12).Select(number => $"/blog/2026/{number:00}"), "/about", "/jobs",
    ];

    public static readonly string[] Assets = ["/site.css", "/app.js", "/logo.svg", "/favicon.ico", "/fonts/text.woff2", .. Enumerable.Range(1, 60).Select(number => $"/img/{number}.png")];
}
