using Patterns.PipesAndFilters;

namespace PipesAndFilters.Functions;

/// <summary>The pipeline. Its filters do not know each other, nor whether there are queues between them.</summary>
public static class Import
{
    /// <summary>Makes a line of each part of a bundle.</summary>
    public static readonly Filter<OrderLine, OrderLine> Unbundle = Filters.Split<OrderLine, OrderLine>(
        "unbundle",
        line => Catalogue.Bundles.TryGetValue(line.Article, out var parts) ? parts.Select(part => line with { Article = part }) : [line]);

    /// <summary>Adds the price, and leaves out what is not sold any more.</summary>
    public static readonly Filter<OrderLine, PricedLine> Price = Filters.Split<OrderLine, PricedLine>(
        "price",
        line => Catalogue.Cents.TryGetValue(line.Article, out var cents) ? [new PricedLine(line.Customer, line.Article, line.Quantity, line.Quantity * cents)] : []);

    public static readonly Pipeline<OrderLine, PricedLine> UnbundleAndPrice = Pipeline.Start<OrderLine>().Then(Unbundle).Then(Price);

    public static readonly Pipeline<ImportFile, PricedLine> Whole = Pipeline.Start<ImportFile>().Then(new SplitLines()).Then(new ParseLine()).Then(UnbundleAndPrice);
}
