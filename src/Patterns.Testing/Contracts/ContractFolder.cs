using Patterns.Testing.Contracts;

namespace Patterns.Testing;

/// <summary>Compares contracts with what was published: a JSON schema for each in a folder that is under version control.</summary>
/// <remarks>
/// <para>
/// A reply may get members and may promise more; it breaks clients when a member goes, gets another type, may be null where it was not, or has a value more in an
/// enumeration, or a variant more of a polymorphic type. A request may get members that may be left out and may allow more; it breaks clients when it needs a member, or does not take one any more, be it
/// one that it does not know. Variants are told by their discriminators.
/// </para>
/// <para>
/// The values of converters of your own are any values in a schema, and only what the schema says is compared. It does not say whether elements of arrays and values of
/// dictionaries may be null, how large a number may be, nor what a default is.
/// </para>
/// </remarks>
public sealed class ContractFolder
{
    private const string Extension = ".json";
    private readonly string _folder;

    /// <summary>Makes it.</summary>
    /// <param name="folder">The folder, in the sources and not beside the built test.</param>
    public ContractFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
    }

    /// <summary>Compares contracts with all that was published in the folder.</summary>
    /// <param name="contracts">All contracts of the folder.</param>
    /// <returns>What was added and is not published yet; nobody is broken by it, but nobody notices either when it goes again, until <see cref="Publish"/>.</returns>
    /// <exception cref="ContractBrokenException">Something that was published is not kept, is not there, or is not published.</exception>
    public IReadOnlyList<string> Check(params IEnumerable<JsonContract> contracts)
    {
        var all = contracts.ToList();
        var unpublished = all.Where(contract => !File.Exists(PathOf(contract))).Select(contract => $"{contract.Name} is not published: there is no {contract.Name}{Extension} in the folder");
        var (breaks, additions) = Compare(all);
        breaks.AddRange(unpublished);
        return breaks.Count == 0 ? additions : throw new ContractBrokenException(breaks);
    }

    /// <summary>Writes contracts that are new and what was added to others into the folder, for a commit.</summary>
    /// <param name="contracts">All contracts of the folder.</param>
    /// <exception cref="ContractBrokenException">Something that was published is not kept, or not there. Nothing is written.</exception>
    public void Publish(params IEnumerable<JsonContract> contracts)
    {
        var all = contracts.ToList();
        if (Compare(all) is { Breaks: { Count: > 0 } breaks })
        {
            throw new ContractBrokenException(breaks);
        }

        Directory.CreateDirectory(_folder);
        all.ForEach(contract => File.WriteAllText(PathOf(contract), PublishedContract.Of(contract).ToText()));
    }

    private (List<string> Breaks, List<string> Additions) Compare(List<JsonContract> contracts)
    {
        var (breaks, additions) = (new List<string>(), new List<string>());
        foreach (var contract in contracts.Where(contract => File.Exists(PathOf(contract))))
        {
            var comparison = PublishedContract.Read(File.ReadAllText(PathOf(contract))).CompareWith(PublishedContract.Of(contract));
            breaks.AddRange(comparison.Breaks.Select(text => $"{contract.Name}: {text}"));
            additions.AddRange(comparison.Additions.Select(text => $"{contract.Name}: {text}"));
        }

        var names = contracts.Select(contract => contract.Name).ToHashSet();
        var published = Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)!) : [];
        breaks.AddRange(published.Where(name => !names.Contains(name)).Order().Select(name => $"{name} was published and is not there any more; delete its file when it is retired"));
        return (breaks, additions);
    }

    private string PathOf(JsonContract contract) => Path.Combine(_folder, contract.Name + Extension);
}
